ALTER TABLE "review" ADD COLUMN "merged_source" integer;--> statement-breakpoint
ALTER TABLE "review" ADD COLUMN "merged_target" integer;