CREATE TABLE "usage_limit" (
	"organization_id" uuid,
	"id" uuid,
	"scope" text NOT NULL,
	"subject" text NOT NULL,
	"runs_an_hour" integer,
	"runs_a_day" integer,
	"runs_at_once" integer,
	"uploads_an_hour" integer,
	"uploads_a_day" integer,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "usage_limit_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "usage_limit_subject" UNIQUE("organization_id","scope","subject")
);
