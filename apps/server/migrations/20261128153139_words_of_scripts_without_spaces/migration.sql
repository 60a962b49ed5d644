-- Each character of scripts without spaces is a word of its own from now on: runs with such words are indexed again.
ALTER TABLE "run_index" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_fresh" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
WITH gone AS (
  DELETE FROM "run_index" WHERE "terms"::text ~ '[\u0E01-\u0E4E\u3005-\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]'
  RETURNING "organization_id", "run_id"
)
INSERT INTO "run_fresh" ("organization_id", "run_id") SELECT "organization_id", "run_id" FROM gone ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "run_index" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_fresh" FORCE ROW LEVEL SECURITY;
