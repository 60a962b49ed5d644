ALTER TABLE "run_index" ADD COLUMN "origin" text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "origin" text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE "run" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_index" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "suite_item" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "run" SET "origin" = 'part' WHERE "kind" IN ('repair', 'tool');--> statement-breakpoint
UPDATE "run" r SET "origin" = 'suite' FROM "suite_item" i WHERE i.organization_id = r.organization_id AND i.run_id = r.id AND r.origin = 'direct';--> statement-breakpoint
UPDATE "run_index" i SET "origin" = r.origin, "terms" = i.terms || array_to_tsvector(array['=o:' || r.origin]) FROM "run" r WHERE r.organization_id = i.organization_id AND r.id = i.run_id;--> statement-breakpoint
ALTER TABLE "run" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_index" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "suite_item" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "run_index_by_author";--> statement-breakpoint
CREATE INDEX "run_index_by_author" ON "run_index" ("organization_id","origin","author_id","run_id");--> statement-breakpoint
DROP INDEX "run_index_by_cost";--> statement-breakpoint
CREATE INDEX "run_index_by_cost" ON "run_index" ("organization_id","origin","cost_micro_dollars","run_id");--> statement-breakpoint
DROP INDEX "run_index_by_duration";--> statement-breakpoint
CREATE INDEX "run_index_by_duration" ON "run_index" ("organization_id","origin","duration_ms","run_id");--> statement-breakpoint
DROP INDEX "run_index_by_author_cost";--> statement-breakpoint
CREATE INDEX "run_index_by_author_cost" ON "run_index" ("organization_id","origin","author_id","cost_micro_dollars","run_id");--> statement-breakpoint
DROP INDEX "run_index_by_author_duration";--> statement-breakpoint
CREATE INDEX "run_index_by_author_duration" ON "run_index" ("organization_id","origin","author_id","duration_ms","run_id");--> statement-breakpoint
CREATE INDEX "run_index_by_time" ON "run_index" ("organization_id","origin","run_id");