ALTER TABLE "prompt_branch" ADD COLUMN "head_id" uuid;--> statement-breakpoint
ALTER TABLE "prompt_branch" ADD COLUMN "head_at" timestamp(3) with time zone;