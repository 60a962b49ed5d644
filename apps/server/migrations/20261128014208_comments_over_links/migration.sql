ALTER TABLE "discussion_comment" ADD COLUMN "visitor_name" text;--> statement-breakpoint
ALTER TABLE "share_link" ADD COLUMN "level" text DEFAULT 'read' NOT NULL;