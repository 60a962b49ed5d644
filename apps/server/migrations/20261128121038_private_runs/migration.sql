CREATE TABLE "run_private_policy" (
	"organization_id" uuid PRIMARY KEY,
	"allowed" boolean NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "is_private" boolean DEFAULT false NOT NULL;