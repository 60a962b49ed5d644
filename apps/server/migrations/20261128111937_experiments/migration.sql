CREATE TABLE "experiment" (
	"organization_id" uuid,
	"id" uuid,
	"prompt_id" uuid NOT NULL,
	"label" text NOT NULL,
	"name" text NOT NULL,
	"hypothesis" text NOT NULL,
	"plan" jsonb NOT NULL,
	"ends_at" timestamp(3) with time zone,
	"status" text NOT NULL,
	"salt" text NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"spans" jsonb NOT NULL,
	"approvals" jsonb NOT NULL,
	"end" jsonb,
	"result" jsonb,
	"created_by" uuid,
	"changed_by" uuid,
	"started_by" uuid,
	"started_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "experiment_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "experiment_look" (
	"organization_id" uuid,
	"experiment_id" uuid,
	"epoch" integer,
	"subjects" integer,
	"at" timestamp(3) with time zone NOT NULL,
	"readings" jsonb NOT NULL,
	CONSTRAINT "experiment_look_pkey" PRIMARY KEY("organization_id","experiment_id","epoch","subjects")
);
--> statement-breakpoint
CREATE TABLE "experiment_outcome" (
	"organization_id" uuid,
	"experiment_id" uuid,
	"key" text,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "experiment_outcome_pkey" PRIMARY KEY("organization_id","experiment_id","key")
);
--> statement-breakpoint
CREATE TABLE "experiment_value" (
	"organization_id" uuid,
	"experiment_id" uuid,
	"metric" text,
	"subject" text,
	"outcomes" integer NOT NULL,
	"sum" double precision NOT NULL,
	CONSTRAINT "experiment_value_pkey" PRIMARY KEY("organization_id","experiment_id","metric","subject")
);
--> statement-breakpoint
CREATE TABLE "prompt_label_exposure" (
	"organization_id" uuid,
	"experiment_id" uuid,
	"subject" text,
	"id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"variant" smallint NOT NULL,
	"epoch" integer NOT NULL,
	"part" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_label_exposure_pkey" PRIMARY KEY("organization_id","experiment_id","subject"),
	CONSTRAINT "prompt_label_exposure_id" UNIQUE("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "prompt_label" ADD COLUMN "trial" jsonb;--> statement-breakpoint
CREATE INDEX "experiment_of" ON "experiment" ("organization_id","prompt_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "experiment_on_label" ON "experiment" ("organization_id","prompt_id","label") WHERE status in ('running', 'paused') and deleted_at is null;--> statement-breakpoint
CREATE INDEX "prompt_label_exposure_of" ON "prompt_label_exposure" ("organization_id","prompt_id");--> statement-breakpoint
ALTER TABLE "experiment_look" ADD CONSTRAINT "experiment_look_l6aqx2OK7QI7_fkey" FOREIGN KEY ("organization_id","experiment_id") REFERENCES "experiment"("organization_id","id");--> statement-breakpoint
ALTER TABLE "experiment_outcome" ADD CONSTRAINT "experiment_outcome_WgIYBAGIFYWO_fkey" FOREIGN KEY ("organization_id","experiment_id") REFERENCES "experiment"("organization_id","id");--> statement-breakpoint
ALTER TABLE "experiment_value" ADD CONSTRAINT "experiment_value_R5k9sNOPsbIX_fkey" FOREIGN KEY ("organization_id","experiment_id") REFERENCES "experiment"("organization_id","id");