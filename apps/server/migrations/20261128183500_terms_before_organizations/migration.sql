DROP INDEX "run_index_terms";--> statement-breakpoint
CREATE INDEX "run_index_terms" ON "run_index" USING gin ("terms","organization_id") WITH (gin_pending_list_limit=256);