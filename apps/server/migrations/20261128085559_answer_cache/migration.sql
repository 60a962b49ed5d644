CREATE TABLE "run_answer_cache" (
	"organization_id" uuid PRIMARY KEY,
	"enabled" boolean NOT NULL,
	"hours" integer NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_cached_answer" (
	"organization_id" uuid,
	"key" text,
	"run_id" uuid NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "run_cached_answer_pkey" PRIMARY KEY("organization_id","key")
);
--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "cached_from_id" uuid;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "cached_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE INDEX "run_cached_answer_by_run" ON "run_cached_answer" ("organization_id","run_id");--> statement-breakpoint
ALTER TABLE "run_cached_answer" ADD CONSTRAINT "run_cached_answer_b9GyIFOVnAIZ_fkey" FOREIGN KEY ("organization_id","run_id") REFERENCES "run"("organization_id","id") ON DELETE CASCADE;