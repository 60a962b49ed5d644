CREATE TABLE "push_key" (
	"user_id" uuid PRIMARY KEY,
	"public_key" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "push_out" (
	"user_id" uuid,
	"id" uuid,
	"organization_id" uuid NOT NULL,
	"subscription_id" uuid NOT NULL,
	"notice_ids" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "push_out_pkey" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
CREATE TABLE "push_subscription" (
	"user_id" uuid,
	"id" uuid,
	"session_id" uuid NOT NULL,
	"endpoint_hash" text NOT NULL,
	"sealed" text NOT NULL,
	"service" text NOT NULL,
	"device" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"told_at" timestamp(3) with time zone,
	"problem" text,
	CONSTRAINT "push_subscription_pkey" PRIMARY KEY("user_id","id"),
	CONSTRAINT "push_subscription_session" UNIQUE("user_id","session_id"),
	CONSTRAINT "push_subscription_endpoint" UNIQUE("user_id","endpoint_hash")
);
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "push_settled_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD COLUMN "push" boolean;--> statement-breakpoint
ALTER TABLE "push_out" ADD CONSTRAINT "push_out_subscription" FOREIGN KEY ("user_id","subscription_id") REFERENCES "push_subscription"("user_id","id") ON DELETE CASCADE;