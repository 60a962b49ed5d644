ALTER TABLE "notice_setting" ADD COLUMN "mail_returned_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notice_setting" ADD COLUMN "mail_return_reason" text;