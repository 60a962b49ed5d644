CREATE TABLE "budget" (
	"organization_id" uuid PRIMARY KEY,
	"day_micro_dollars" bigint,
	"month_micro_dollars" bigint,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spending" (
	"organization_id" uuid,
	"period" text,
	"starts_on" date,
	"spent" bigint NOT NULL,
	"reserved" bigint NOT NULL,
	CONSTRAINT "spending_pkey" PRIMARY KEY("organization_id","period","starts_on")
);
--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "reserved_micro_dollars" bigint;