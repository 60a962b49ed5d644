CREATE TABLE "model_facts" (
	"organization_id" uuid,
	"id" uuid,
	"connection_id" uuid NOT NULL,
	"model" text NOT NULL,
	"context_window" integer,
	"max_output_tokens" integer,
	"vision" boolean,
	"tools" boolean,
	"schema" boolean,
	"reasoning" boolean,
	"input_micro_dollars" bigint,
	"output_micro_dollars" bigint,
	"cached_input_micro_dollars" bigint,
	"retires_on" date,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "model_facts_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "model_facts_model" UNIQUE("organization_id","connection_id","model")
);
--> statement-breakpoint
ALTER TABLE "model_connection" ADD COLUMN "api" text DEFAULT 'chat' NOT NULL;--> statement-breakpoint
ALTER TABLE "model_connection" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "model_connection" DROP CONSTRAINT "model_connection_name";--> statement-breakpoint
ALTER TABLE "model_connection" ADD CONSTRAINT "model_connection_name" UNIQUE NULLS NOT DISTINCT("organization_id","owner_id","name_key");--> statement-breakpoint
ALTER TABLE "model_facts" ADD CONSTRAINT "model_facts_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "model_connection"("organization_id","id");