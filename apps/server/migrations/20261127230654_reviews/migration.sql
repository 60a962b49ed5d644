CREATE TABLE "review" (
	"organization_id" uuid,
	"id" uuid,
	"prompt_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"source_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"source_name" text NOT NULL,
	"target_name" text NOT NULL,
	"state" text NOT NULL,
	"author_id" uuid,
	"merged_version" integer,
	"ended_by" uuid,
	"ended_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "review_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_reviewer" (
	"organization_id" uuid,
	"review_id" uuid,
	"user_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "review_reviewer_pkey" PRIMARY KEY("organization_id","review_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "review_rule" (
	"organization_id" uuid PRIMARY KEY,
	"required_approvals" integer NOT NULL,
	"dismiss_on_commit" boolean NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review_verdict" (
	"organization_id" uuid,
	"id" uuid,
	"review_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"body" text NOT NULL,
	"version" integer NOT NULL,
	"dismissed_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "review_verdict_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE INDEX "review_prompt" ON "review" ("organization_id","prompt_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_live" ON "review" ("organization_id","source_id","target_id") WHERE state in ('draft', 'open');--> statement-breakpoint
CREATE INDEX "review_reviewer_person" ON "review_reviewer" ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "review_verdict_review" ON "review_verdict" ("organization_id","review_id","id");--> statement-breakpoint
ALTER TABLE "review_reviewer" ADD CONSTRAINT "review_reviewer_AGTYK0l0NDKW_fkey" FOREIGN KEY ("organization_id","review_id") REFERENCES "review"("organization_id","id");--> statement-breakpoint
ALTER TABLE "review_verdict" ADD CONSTRAINT "review_verdict_V2BPdK1Zf9Bs_fkey" FOREIGN KEY ("organization_id","review_id") REFERENCES "review"("organization_id","id");