CREATE TABLE "mail_out" (
	"organization_id" uuid,
	"id" uuid,
	"purpose" text NOT NULL,
	"user_id" uuid,
	"notice_ids" jsonb NOT NULL,
	"sealed" text,
	"address" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp(3) with time zone NOT NULL,
	"claimed_at" timestamp(3) with time zone,
	"error" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "mail_out_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_mute" (
	"user_id" uuid,
	"organization_id" uuid,
	"subject_kind" text,
	"subject_id" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "notice_mute_pkey" PRIMARY KEY("user_id","organization_id","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "notice_preference" (
	"user_id" uuid,
	"kind" text,
	"app" boolean NOT NULL,
	"mail" text NOT NULL,
	CONSTRAINT "notice_preference_pkey" PRIMARY KEY("user_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notice_setting" (
	"user_id" uuid PRIMARY KEY,
	"digest_hour" integer DEFAULT 8 NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"mail_paused" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "mail_out_due" ON "mail_out" ("next_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "mail_out_age" ON "mail_out" ("created_at");--> statement-breakpoint
CREATE INDEX "notice_age" ON "notice" ("created_at");--> statement-breakpoint
CREATE INDEX "notice_unsettled" ON "notice" ("user_id") WHERE settled_at is null;