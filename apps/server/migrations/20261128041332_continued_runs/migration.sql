ALTER TABLE "run" ADD COLUMN "continues_id" uuid;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "continued_by" text;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "rolled_micro_dollars" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_continues" FOREIGN KEY ("organization_id","continues_id") REFERENCES "run"("organization_id","id");