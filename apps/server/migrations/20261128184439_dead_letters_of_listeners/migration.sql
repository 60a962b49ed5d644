CREATE TABLE "event_dead_letter" (
	"organization_id" uuid,
	"id" uuid,
	"listener" text NOT NULL,
	"event_id" uuid NOT NULL,
	"event_type" text NOT NULL,
	"error" text NOT NULL,
	"tries" integer NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "event_dead_letter_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "event_dead_letter_event" UNIQUE("organization_id","listener","event_id")
);
--> statement-breakpoint
ALTER TABLE "event_dead_letter" ADD CONSTRAINT "event_dead_letter_WZw49EOVKD0C_fkey" FOREIGN KEY ("organization_id","event_id") REFERENCES "event"("organization_id","id");