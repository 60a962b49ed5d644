CREATE TABLE "run_judgement" (
	"organization_id" uuid,
	"id" uuid,
	"author_id" uuid,
	"title" text NOT NULL,
	"run_ids" uuid[] NOT NULL,
	"base_run_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"winner_ids" uuid[] NOT NULL,
	"notes" text NOT NULL,
	"run_notes" jsonb NOT NULL,
	"shared" boolean NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "run_judgement_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "run_retention" (
	"organization_id" uuid PRIMARY KEY,
	"days" integer,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "run_judgement_by_author" ON "run_judgement" ("organization_id","author_id","id");--> statement-breakpoint
CREATE INDEX "run_judgement_runs" ON "run_judgement" USING gin ("run_ids");--> statement-breakpoint
CREATE INDEX "run_by_parent" ON "run" ("organization_id","parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "run_by_continued" ON "run" ("organization_id","continues_id") WHERE continues_id is not null;