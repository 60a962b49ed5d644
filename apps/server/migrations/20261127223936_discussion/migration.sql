CREATE TABLE "discussion_comment" (
	"organization_id" uuid,
	"id" uuid,
	"thread_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"author_id" uuid,
	"body" text NOT NULL,
	"mentions" jsonb NOT NULL,
	"suggestion" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	"edited_at" timestamp(3) with time zone,
	"deleted_at" timestamp(3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "discussion_comment_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "discussion_reaction" (
	"organization_id" uuid,
	"comment_id" uuid,
	"actor" text,
	"sign" text,
	"person_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "discussion_reaction_pkey" PRIMARY KEY("organization_id","comment_id","actor","sign")
);
--> statement-breakpoint
CREATE TABLE "discussion_seen" (
	"organization_id" uuid,
	"thread_id" uuid,
	"user_id" uuid,
	"seen_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "discussion_seen_pkey" PRIMARY KEY("organization_id","thread_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "discussion_thread" (
	"organization_id" uuid,
	"id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"prompt_id" uuid,
	"branch_id" uuid,
	"anchor" jsonb,
	"placed_version" integer,
	"placed_from" integer,
	"placed_to" integer,
	"state" text NOT NULL,
	"resolved_by" uuid,
	"resolved_at" timestamp(3) with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"last_at" timestamp(3) with time zone NOT NULL,
	"comment_count" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	CONSTRAINT "discussion_thread_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE INDEX "discussion_comment_thread" ON "discussion_comment" ("organization_id","thread_id","created_at","id");--> statement-breakpoint
CREATE INDEX "discussion_comment_actor" ON "discussion_comment" ("organization_id","actor","created_at");--> statement-breakpoint
CREATE INDEX "discussion_thread_subject" ON "discussion_thread" ("organization_id","subject_kind","subject_id","last_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "discussion_thread_branch" ON "discussion_thread" ("organization_id","prompt_id","branch_id") WHERE deleted_at is null and branch_id is not null;--> statement-breakpoint
ALTER TABLE "discussion_comment" ADD CONSTRAINT "discussion_comment_mPbF2EH4dtFn_fkey" FOREIGN KEY ("organization_id","thread_id") REFERENCES "discussion_thread"("organization_id","id");--> statement-breakpoint
ALTER TABLE "discussion_reaction" ADD CONSTRAINT "discussion_reaction_9eODuELtkk9j_fkey" FOREIGN KEY ("organization_id","comment_id") REFERENCES "discussion_comment"("organization_id","id");--> statement-breakpoint
ALTER TABLE "discussion_seen" ADD CONSTRAINT "discussion_seen_XQoOwIiSxrcB_fkey" FOREIGN KEY ("organization_id","thread_id") REFERENCES "discussion_thread"("organization_id","id");