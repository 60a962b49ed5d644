CREATE TABLE "notice" (
	"user_id" uuid,
	"id" uuid,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"group_key" text NOT NULL,
	"key" text NOT NULL,
	"by_person" uuid,
	"data" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"read_at" timestamp(3) with time zone,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "notice_pkey" PRIMARY KEY("user_id","id"),
	CONSTRAINT "notice_once" UNIQUE("user_id","organization_id","key")
);
--> statement-breakpoint
CREATE INDEX "notice_newest" ON "notice" ("user_id","organization_id","created_at");