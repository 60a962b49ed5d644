ALTER TABLE "prompt_branch" DROP CONSTRAINT "prompt_branch_name";--> statement-breakpoint
ALTER TABLE "prompt_branch" ADD COLUMN "base_number" integer;--> statement-breakpoint
ALTER TABLE "prompt_branch" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "prompt_branch" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "prompt_branch" ADD COLUMN "deleted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "prompt_version" ADD COLUMN "upstream_version" integer;--> statement-breakpoint
ALTER TABLE "prompt_version" ADD COLUMN "changes" jsonb;--> statement-breakpoint
CREATE UNIQUE INDEX "prompt_branch_live_name" ON "prompt_branch" ("organization_id","prompt_id","name") WHERE deleted_at is null;