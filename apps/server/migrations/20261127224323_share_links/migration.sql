CREATE TABLE "share_link" (
	"organization_id" uuid,
	"id" uuid,
	"token_hash" text NOT NULL CONSTRAINT "share_link_token" UNIQUE,
	"hint" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"version" integer,
	"password_hash" text,
	"indexable" boolean NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	"views" integer DEFAULT 0 NOT NULL,
	"last_used_at" timestamp(3) with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "share_link_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE INDEX "share_link_newest" ON "share_link" ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "share_link_subject" ON "share_link" ("organization_id","subject_kind","subject_id") WHERE revoked_at is null;--> statement-breakpoint
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id");