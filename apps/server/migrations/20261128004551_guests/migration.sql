CREATE TABLE "guest" (
	"organization_id" uuid,
	"id" uuid,
	"invitation_id" uuid NOT NULL,
	"user_id" uuid,
	"sent_to" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"level" text NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"joined_at" timestamp(3) with time zone,
	"removed_at" timestamp(3) with time zone,
	CONSTRAINT "guest_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE INDEX "guest_newest" ON "guest" ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "guest_of_person" ON "guest" ("user_id");--> statement-breakpoint
CREATE INDEX "guest_subject" ON "guest" ("organization_id","subject_kind","subject_id") WHERE removed_at is null;--> statement-breakpoint
ALTER TABLE "guest" ADD CONSTRAINT "guest_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id");--> statement-breakpoint
ALTER TABLE "guest" ADD CONSTRAINT "guest_invitation" FOREIGN KEY ("organization_id","invitation_id") REFERENCES "invitation"("organization_id","id");