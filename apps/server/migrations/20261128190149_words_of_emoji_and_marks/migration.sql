-- Emoji, letters with marks beside them, and the number in `v1.2.3` are found from now on: runs with such words are indexed again.
ALTER TABLE "run" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_input" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "prompt_version" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_index" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_fresh" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
WITH gone AS (
  DELETE FROM "run_index" x USING (
    SELECT r."organization_id", r."id", concat_ws(' ', r."prompt_title", left(r."output", 60000), n."values"::text, coalesce(n."document", v."document")::text) AS "text"
    FROM "run" r
    JOIN "run_input" n ON n."organization_id" = r."organization_id" AND n."id" = r."input_id"
    LEFT JOIN "prompt_version" v ON v."organization_id" = r."organization_id" AND v."id" = r."version_id"
  ) said
  WHERE said."organization_id" = x."organization_id" AND said."id" = x."run_id"
    AND (said."text" ~ '[\u2190-\u21FF\u2300-\u23FF\u25A0-\u27BF\u2B00-\u2BFF\U0001F000-\U0001FAFF]|[A-Za-z]\d+\.\d' OR said."text" IS NOT NFC NORMALIZED)
  RETURNING x."organization_id", x."run_id"
)
INSERT INTO "run_fresh" ("organization_id", "run_id") SELECT "organization_id", "run_id" FROM gone ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "run" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_input" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "prompt_version" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_index" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_fresh" FORCE ROW LEVEL SECURITY;
