CREATE TABLE "run_purse" (
	"organization_id" uuid,
	"id" uuid,
	"limit_micro_dollars" bigint,
	"spent_micro_dollars" bigint DEFAULT 0 NOT NULL,
	"held_micro_dollars" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "run_purse_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "purse_id" uuid;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "purse_held_micro_dollars" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "suite_run" ADD COLUMN "purse_id" uuid;--> statement-breakpoint
ALTER TABLE "suite_run" ADD COLUMN "is_spent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_organization_id_purse_id_run_purse_organization_id_id_fkey" FOREIGN KEY ("organization_id","purse_id") REFERENCES "run_purse"("organization_id","id");--> statement-breakpoint
ALTER TABLE "suite_run" ADD CONSTRAINT "suite_run_qlQKgQlcdcNC_fkey" FOREIGN KEY ("organization_id","purse_id") REFERENCES "run_purse"("organization_id","id");