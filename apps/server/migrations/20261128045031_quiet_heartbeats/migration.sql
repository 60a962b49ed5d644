DROP INDEX "run_open";--> statement-breakpoint
CREATE INDEX "run_open" ON "run" ("organization_id","id") WHERE status in ('queued', 'running');