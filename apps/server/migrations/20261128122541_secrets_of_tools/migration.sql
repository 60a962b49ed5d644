CREATE TABLE "secret" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"sealed_value" text NOT NULL,
	"origins" jsonb NOT NULL,
	"created_by" uuid,
	"replaced_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "secret_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "secret_name" UNIQUE("organization_id","name")
);
--> statement-breakpoint
ALTER TABLE "suite_item" ADD COLUMN "judging" jsonb DEFAULT '{}' NOT NULL;