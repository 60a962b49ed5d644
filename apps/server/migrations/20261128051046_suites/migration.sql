CREATE TABLE "case_set" (
	"organization_id" uuid,
	"id" uuid,
	"prompt_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"cases" integer DEFAULT 0 NOT NULL,
	"next_position" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "case_set_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "test_case" (
	"organization_id" uuid,
	"id" uuid,
	"case_set_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"from_version" integer NOT NULL,
	"until_version" integer,
	"name" text NOT NULL,
	"values" jsonb NOT NULL,
	"expected" text,
	"tags" jsonb NOT NULL,
	"assertions" jsonb NOT NULL,
	"weight" double precision NOT NULL,
	"required" boolean NOT NULL,
	"pass_score" double precision,
	"created_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "test_case_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "suite" (
	"organization_id" uuid,
	"id" uuid,
	"prompt_id" uuid NOT NULL,
	"case_set_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"plan" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "suite_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "suite_item" (
	"organization_id" uuid,
	"suite_run_id" uuid,
	"position" integer,
	"lane" integer NOT NULL,
	"case_row_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"case_name" text NOT NULL,
	"required" boolean NOT NULL,
	"weight" double precision NOT NULL,
	"repetition" integer NOT NULL,
	"status" text NOT NULL,
	"score" double precision,
	"results" jsonb NOT NULL,
	"reason" text,
	"excerpt" text NOT NULL,
	"run_id" uuid,
	"sent_key" text,
	"reused" boolean NOT NULL,
	"latency_ms" integer,
	"micro_dollars" bigint,
	"input_tokens" integer,
	"output_tokens" integer,
	CONSTRAINT "suite_item_pkey" PRIMARY KEY("organization_id","suite_run_id","position")
);
--> statement-breakpoint
CREATE TABLE "suite_run" (
	"organization_id" uuid,
	"id" uuid,
	"suite_id" uuid NOT NULL,
	"case_set_version" integer NOT NULL,
	"plan" jsonb NOT NULL,
	"lanes" jsonb NOT NULL,
	"status" text NOT NULL,
	"is_green" boolean DEFAULT false NOT NULL,
	"reason" text,
	"total" integer NOT NULL,
	"passed" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"errors" integer DEFAULT 0 NOT NULL,
	"reused" integer DEFAULT 0 NOT NULL,
	"micro_dollars" bigint DEFAULT 0 NOT NULL,
	"started_by" uuid,
	"baseline_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"process_id" uuid NOT NULL,
	"heartbeat_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "suite_run_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "case_set_name" ON "case_set" ("organization_id","prompt_id","name_key") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "case_set_by_prompt" ON "case_set" ("organization_id","prompt_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "test_case_now" ON "test_case" ("organization_id","case_id") WHERE until_version is null;--> statement-breakpoint
CREATE INDEX "test_case_in_set" ON "test_case" ("organization_id","case_set_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "suite_name" ON "suite" ("organization_id","prompt_id","name_key") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "suite_item_by_case" ON "suite_item" ("organization_id","suite_run_id","case_id","lane","repetition");--> statement-breakpoint
CREATE INDEX "suite_item_by_sent" ON "suite_item" ("organization_id","sent_key") WHERE status in ('passed', 'failed');--> statement-breakpoint
CREATE INDEX "suite_run_by_suite" ON "suite_run" ("organization_id","suite_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "suite_run_open" ON "suite_run" ("organization_id","suite_id") WHERE status = 'running';--> statement-breakpoint
ALTER TABLE "case_set" ADD CONSTRAINT "case_set_Pt6AM62yCObZ_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "test_case" ADD CONSTRAINT "test_case_Omt4E2ZAGkVv_fkey" FOREIGN KEY ("organization_id","case_set_id") REFERENCES "case_set"("organization_id","id");--> statement-breakpoint
ALTER TABLE "suite" ADD CONSTRAINT "suite_organization_id_prompt_id_prompt_organization_id_id_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "suite" ADD CONSTRAINT "suite_RlUvSgfMmrNG_fkey" FOREIGN KEY ("organization_id","case_set_id") REFERENCES "case_set"("organization_id","id");--> statement-breakpoint
ALTER TABLE "suite_item" ADD CONSTRAINT "suite_item_k8FmQY5wd73K_fkey" FOREIGN KEY ("organization_id","suite_run_id") REFERENCES "suite_run"("organization_id","id");--> statement-breakpoint
ALTER TABLE "suite_run" ADD CONSTRAINT "suite_run_eAKhdHsVjkN4_fkey" FOREIGN KEY ("organization_id","suite_id") REFERENCES "suite"("organization_id","id");