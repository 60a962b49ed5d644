ALTER TABLE "run" ADD COLUMN "assignment" jsonb;--> statement-breakpoint
-- Private runs are indexed anew, since they are found by being private from now on.
ALTER TABLE "run" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_index" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_fresh" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
DELETE FROM "run_index" i USING "run" r WHERE r."is_private" AND r."organization_id" = i."organization_id" AND r."id" = i."run_id";--> statement-breakpoint
INSERT INTO "run_fresh" ("organization_id", "run_id") SELECT "organization_id", "id" FROM "run" WHERE "is_private" ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "run" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_index" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_fresh" FORCE ROW LEVEL SECURITY;
