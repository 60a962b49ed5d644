CREATE TABLE "prompt_label_request" (
	"organization_id" uuid,
	"id" uuid,
	"prompt_id" uuid NOT NULL,
	"label" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"label_revision" integer NOT NULL,
	"note" text NOT NULL,
	"status" text NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp(3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "prompt_label_request_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "prompt_label_rule" (
	"organization_id" uuid,
	"label" text,
	"approvals" integer NOT NULL,
	"checks" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_label_rule_pkey" PRIMARY KEY("organization_id","label")
);
--> statement-breakpoint
CREATE TABLE "prompt_label_vote" (
	"organization_id" uuid,
	"request_id" uuid,
	"user_id" uuid,
	"approves" boolean NOT NULL,
	"note" text NOT NULL,
	"voted_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_label_vote_pkey" PRIMARY KEY("organization_id","request_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "prompt_version_check" (
	"organization_id" uuid,
	"prompt_id" uuid,
	"version" integer,
	"name" text,
	"status" text NOT NULL,
	"summary" text NOT NULL,
	"reported_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_version_check_pkey" PRIMARY KEY("organization_id","prompt_id","version","name")
);
--> statement-breakpoint
ALTER TABLE "prompt_label_move" ADD COLUMN "request_id" uuid;--> statement-breakpoint
CREATE INDEX "prompt_label_request_by_status" ON "prompt_label_request" ("organization_id","status","proposed_at","id");--> statement-breakpoint
CREATE INDEX "prompt_label_request_of" ON "prompt_label_request" ("organization_id","prompt_id","label");--> statement-breakpoint
ALTER TABLE "prompt_label_request" ADD CONSTRAINT "prompt_label_request_krVAmuVyDhvj_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_label_vote" ADD CONSTRAINT "prompt_label_vote_WmfielNTwHWs_fkey" FOREIGN KEY ("organization_id","request_id") REFERENCES "prompt_label_request"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_version_check" ADD CONSTRAINT "prompt_version_check_JNrfn0N2K5RN_fkey" FOREIGN KEY ("organization_id","prompt_id","version") REFERENCES "prompt_version"("organization_id","prompt_id","number");