CREATE TABLE "optimisation" (
	"organization_id" uuid,
	"id" uuid,
	"prompt_id" uuid NOT NULL,
	"branch" text NOT NULL,
	"version" integer NOT NULL,
	"suite_id" uuid,
	"plan" jsonb NOT NULL,
	"evidence" text NOT NULL,
	"status" text NOT NULL,
	"end_kind" text,
	"reason" text,
	"round" integer DEFAULT 0 NOT NULL,
	"purse_id" uuid NOT NULL,
	"adopted" jsonb,
	"started_by" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"process_id" uuid NOT NULL,
	"heartbeat_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "optimisation_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "optimisation_candidate" (
	"organization_id" uuid,
	"id" uuid,
	"optimisation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"round" integer NOT NULL,
	"idea" text NOT NULL,
	"document" jsonb,
	"discarded" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "optimisation_candidate_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "optimisation_item" (
	"organization_id" uuid,
	"candidate_id" uuid,
	"optimisation_id" uuid NOT NULL,
	"position" integer,
	"case_row_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"case_name" text NOT NULL,
	"is_held_out" boolean NOT NULL,
	"lane" integer NOT NULL,
	"repetition" integer NOT NULL,
	"weight" double precision NOT NULL,
	"status" text NOT NULL,
	"score" double precision,
	"results" jsonb NOT NULL,
	"reason" text,
	"excerpt" text NOT NULL,
	"run_id" uuid,
	"micro_dollars" bigint,
	CONSTRAINT "optimisation_item_pkey" PRIMARY KEY("organization_id","candidate_id","position")
);
--> statement-breakpoint
CREATE TABLE "optimisation_step" (
	"organization_id" uuid,
	"optimisation_id" uuid,
	"round" integer,
	"kind" text,
	"run_id" uuid NOT NULL,
	"is_done" boolean DEFAULT false NOT NULL,
	"told" text DEFAULT '' NOT NULL,
	CONSTRAINT "optimisation_step_pkey" PRIMARY KEY("organization_id","optimisation_id","round","kind")
);
--> statement-breakpoint
CREATE INDEX "optimisation_by_prompt" ON "optimisation" ("organization_id","prompt_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "optimisation_open" ON "optimisation" ("organization_id","prompt_id") WHERE status = 'running';--> statement-breakpoint
CREATE UNIQUE INDEX "optimisation_candidate_number" ON "optimisation_candidate" ("organization_id","optimisation_id","number");--> statement-breakpoint
CREATE INDEX "optimisation_item_waiting" ON "optimisation_item" ("organization_id","optimisation_id") WHERE status in ('waiting', 'running');--> statement-breakpoint
ALTER TABLE "optimisation" ADD CONSTRAINT "optimisation_MqozeWBAHcd6_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "optimisation" ADD CONSTRAINT "optimisation_yUnT5sMSrAOS_fkey" FOREIGN KEY ("organization_id","purse_id") REFERENCES "run_purse"("organization_id","id");--> statement-breakpoint
ALTER TABLE "optimisation_candidate" ADD CONSTRAINT "optimisation_candidate_uuYcJOc6M5xq_fkey" FOREIGN KEY ("organization_id","optimisation_id") REFERENCES "optimisation"("organization_id","id");--> statement-breakpoint
ALTER TABLE "optimisation_item" ADD CONSTRAINT "optimisation_item_iYCezJGOMKGj_fkey" FOREIGN KEY ("organization_id","candidate_id") REFERENCES "optimisation_candidate"("organization_id","id");--> statement-breakpoint
ALTER TABLE "optimisation_step" ADD CONSTRAINT "optimisation_step_YSI7VMyWuoj9_fkey" FOREIGN KEY ("organization_id","optimisation_id") REFERENCES "optimisation"("organization_id","id");