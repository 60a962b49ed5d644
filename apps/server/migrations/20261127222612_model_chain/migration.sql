CREATE TABLE "model_chain" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"steps" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "model_chain_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "model_chain_name" UNIQUE("organization_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "chain_name" text;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "tried" jsonb DEFAULT '[]' NOT NULL;