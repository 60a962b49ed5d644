ALTER TABLE "prompt_version_check" ADD COLUMN "url" text;--> statement-breakpoint
ALTER TABLE "prompt_version_check" ADD COLUMN "reported_by" uuid;--> statement-breakpoint
ALTER TABLE "review_rule" ADD COLUMN "own_approval_counts" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "review_rule" ADD COLUMN "required_checks" jsonb DEFAULT '[]' NOT NULL;