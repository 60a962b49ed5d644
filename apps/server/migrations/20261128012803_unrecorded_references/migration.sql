ALTER TABLE "prompt_version" ADD COLUMN "references_recorded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "prompt_version" ALTER COLUMN "references_recorded" SET DEFAULT true;--> statement-breakpoint
CREATE INDEX "prompt_version_unrecorded" ON "prompt_version" ("organization_id") WHERE not references_recorded;
