ALTER TABLE "run" ADD COLUMN "set_name" text;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "set_index" integer;