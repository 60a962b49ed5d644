CREATE TABLE "run_rating" (
	"organization_id" uuid,
	"run_id" uuid,
	"user_id" uuid,
	"prompt_id" uuid,
	"is_up" boolean NOT NULL,
	"rated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "run_rating_pkey" PRIMARY KEY("organization_id","run_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "prompt" ADD COLUMN "effectiveness" smallint DEFAULT -1 NOT NULL;--> statement-breakpoint
ALTER TABLE "prompt" ADD COLUMN "evidence" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "run_rating_by_prompt" ON "run_rating" ("organization_id","prompt_id");--> statement-breakpoint
CREATE INDEX "prompt_by_effectiveness" ON "prompt" ("organization_id","effectiveness","id") WHERE deleted_at is null;