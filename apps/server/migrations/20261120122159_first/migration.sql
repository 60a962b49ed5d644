CREATE TABLE "meter_entry" (
	"organization_id" uuid,
	"id" uuid,
	"meter" text NOT NULL,
	"amount" bigint NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "meter_entry_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp(3) with time zone,
	"refresh_token_expires_at" timestamp(3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL CONSTRAINT "auth_session_token" UNIQUE,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"email" text NOT NULL CONSTRAINT "auth_user_email" UNIQUE,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" uuid PRIMARY KEY,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instance_claim" (
	"id" smallint PRIMARY KEY,
	"email" text NOT NULL,
	"person_id" uuid,
	"claimed_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "profile" (
	"user_id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"theme" text DEFAULT 'auto' NOT NULL,
	"last_organization_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"organization_id" uuid,
	"id" uuid,
	"role_key" text NOT NULL,
	"note" text NOT NULL,
	"token_hash" text NOT NULL CONSTRAINT "invitation_token" UNIQUE,
	"created_by" uuid NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"accepted_at" timestamp(3) with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp(3) with time zone,
	CONSTRAINT "invitation_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"organization_id" uuid,
	"id" uuid,
	"user_id" uuid NOT NULL,
	"role_key" text NOT NULL,
	"joined_at" timestamp(3) with time zone NOT NULL,
	"removed_at" timestamp(3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "member_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"slug" text NOT NULL CONSTRAINT "organization_slug" UNIQUE,
	"kind" text NOT NULL,
	"person_id" uuid CONSTRAINT "organization_person" UNIQUE,
	"created_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role" (
	"organization_id" uuid,
	"id" uuid,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"fixed" boolean NOT NULL,
	"permissions" jsonb NOT NULL,
	CONSTRAINT "role_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "role_key" UNIQUE("organization_id","key")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"organization_id" uuid,
	"id" uuid,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction" xid8 NOT NULL,
	"type" text NOT NULL,
	"version" integer NOT NULL,
	"actor" text NOT NULL,
	"actor_person" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"payload" jsonb NOT NULL,
	"audit" boolean NOT NULL,
	"request_id" text NOT NULL,
	"address" text,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "event_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "event_cursor" (
	"organization_id" uuid,
	"listener" text,
	"transaction" xid8 NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "event_cursor_pkey" PRIMARY KEY("organization_id","listener")
);
--> statement-breakpoint
CREATE TABLE "idempotency_record" (
	"organization_id" uuid,
	"id" uuid,
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"answer" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "idempotency_record_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "idempotency_record_key" UNIQUE("organization_id","actor","key")
);
--> statement-breakpoint
CREATE TABLE "model_connection" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"provider" text NOT NULL,
	"base_url" text,
	"sealed_key" text,
	"key_ending" text,
	"test_ok" boolean,
	"test_at" timestamp(3) with time zone,
	"test_code" text,
	"test_message" text,
	"listed" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "model_connection_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "model_connection_name" UNIQUE("organization_id","name_key")
);
--> statement-breakpoint
CREATE TABLE "run_comparison" (
	"organization_id" uuid,
	"id" uuid,
	"author_id" uuid,
	"prompt_id" uuid,
	"prompt_title" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "run_comparison_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "run" (
	"organization_id" uuid,
	"id" uuid,
	"comparison_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"sample_index" integer NOT NULL,
	"status" text NOT NULL,
	"author_id" uuid,
	"prompt_id" uuid,
	"prompt_title" text,
	"version_id" uuid,
	"version_number" integer,
	"connection_id" uuid,
	"connection_name" text NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"output" text DEFAULT '' NOT NULL,
	"reasoning" text DEFAULT '' NOT NULL,
	"output_event_id" integer DEFAULT 0 NOT NULL,
	"tool_calls" jsonb NOT NULL,
	"warnings" jsonb NOT NULL,
	"marked" integer DEFAULT 0 NOT NULL,
	"finish_reason" text,
	"input_tokens" integer,
	"output_tokens" integer,
	"cached_input_tokens" integer,
	"reasoning_tokens" integer,
	"usage_estimated" boolean,
	"cost_micro_dollars" bigint,
	"price_version" text,
	"error_code" text,
	"error_message" text,
	"error_retryable" boolean,
	"created_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"time_to_first_token_ms" integer,
	"duration_ms" integer,
	"process_id" uuid NOT NULL,
	"heartbeat_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "run_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "run_context_item" (
	"organization_id" uuid,
	"input_id" uuid,
	"position" integer,
	"path" text NOT NULL,
	"from_line" integer,
	"to_line" integer,
	"hash" text NOT NULL,
	"tokens" integer,
	"characters" integer NOT NULL,
	"text" text,
	CONSTRAINT "run_context_item_pkey" PRIMARY KEY("organization_id","input_id","position")
);
--> statement-breakpoint
CREATE TABLE "run_input" (
	"organization_id" uuid,
	"id" uuid,
	"document" jsonb,
	"values" jsonb NOT NULL,
	"omitted_values" jsonb NOT NULL,
	"settings" jsonb NOT NULL,
	"overrides" jsonb NOT NULL,
	"sent_hash" text NOT NULL,
	"keep_context" boolean NOT NULL,
	"messages" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "run_input_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "tag" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "tag_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "tag_name" UNIQUE("organization_id","name_key")
);
--> statement-breakpoint
CREATE TABLE "prompt_branch" (
	"organization_id" uuid,
	"id" uuid,
	"prompt_id" uuid NOT NULL,
	"name" text NOT NULL,
	"head_number" integer,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_branch_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "prompt_branch_name" UNIQUE("organization_id","prompt_id","name")
);
--> statement-breakpoint
CREATE TABLE "prompt_draft" (
	"organization_id" uuid,
	"branch_id" uuid,
	"snapshot" bytea NOT NULL,
	"document" jsonb NOT NULL,
	"hash" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"seq" integer NOT NULL,
	"base_number" integer,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_draft_pkey" PRIMARY KEY("organization_id","branch_id")
);
--> statement-breakpoint
CREATE TABLE "prompt_draft_update" (
	"organization_id" uuid,
	"branch_id" uuid,
	"seq" integer,
	"update" bytea NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_draft_update_pkey" PRIMARY KEY("organization_id","branch_id","seq")
);
--> statement-breakpoint
CREATE TABLE "prompt_favorite" (
	"organization_id" uuid,
	"prompt_id" uuid,
	"user_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_favorite_pkey" PRIMARY KEY("organization_id","prompt_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "prompt_label" (
	"organization_id" uuid,
	"prompt_id" uuid,
	"name" text,
	"targets" jsonb NOT NULL,
	"salt" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"moved_by" uuid,
	"moved_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_label_pkey" PRIMARY KEY("organization_id","prompt_id","name")
);
--> statement-breakpoint
CREATE TABLE "prompt_label_move" (
	"organization_id" uuid,
	"id" uuid,
	"prompt_id" uuid NOT NULL,
	"name" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"moved_by" uuid,
	"moved_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_label_move_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "prompt" (
	"organization_id" uuid,
	"id" uuid,
	"path" text NOT NULL,
	"path_key" text collate "C" NOT NULL,
	"title" text NOT NULL,
	"title_sort" text collate "C" NOT NULL,
	"description" text NOT NULL,
	"status" text NOT NULL,
	"visibility" text NOT NULL,
	"author_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"default_branch" text NOT NULL,
	"version_count" integer DEFAULT 0 NOT NULL,
	"view_count" integer DEFAULT 0 NOT NULL,
	"use_count" integer DEFAULT 0 NOT NULL,
	"favorite_count" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp(3) with time zone,
	"upstream_prompt_id" uuid,
	"upstream_version" integer,
	"import_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	CONSTRAINT "prompt_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "prompt_co_editor" (
	"organization_id" uuid,
	"prompt_id" uuid,
	"user_id" uuid,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_co_editor_pkey" PRIMARY KEY("organization_id","prompt_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "prompt_path_alias" (
	"organization_id" uuid,
	"path_key" text collate "C",
	"prompt_id" uuid NOT NULL,
	"path" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_path_alias_pkey" PRIMARY KEY("organization_id","path_key")
);
--> statement-breakpoint
CREATE TABLE "prompt_tag" (
	"organization_id" uuid,
	"prompt_id" uuid,
	"tag_id" uuid,
	CONSTRAINT "prompt_tag_pkey" PRIMARY KEY("organization_id","prompt_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "prompt_view" (
	"organization_id" uuid,
	"prompt_id" uuid,
	"user_id" uuid,
	"day" date,
	CONSTRAINT "prompt_view_pkey" PRIMARY KEY("organization_id","prompt_id","user_id","day")
);
--> statement-breakpoint
CREATE TABLE "prompt_version" (
	"organization_id" uuid,
	"id" uuid,
	"prompt_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"branch_id" uuid NOT NULL,
	"parent" integer,
	"second_parent" integer,
	"restored_from" integer,
	"author_id" uuid,
	"message" text NOT NULL,
	"hash" text NOT NULL,
	"document" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_version_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "prompt_version_number" UNIQUE("organization_id","prompt_id","number")
);
--> statement-breakpoint
CREATE TABLE "import_session" (
	"organization_id" uuid,
	"id" uuid,
	"source" text NOT NULL,
	"file_name" text NOT NULL,
	"started_by" uuid,
	"created" integer NOT NULL,
	"skipped" integer NOT NULL,
	"problems" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"undone_at" timestamp(3) with time zone,
	"removed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "import_session_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE INDEX "meter_entry_by_time" ON "meter_entry" ("organization_id","meter","at");--> statement-breakpoint
CREATE INDEX "invitation_newest" ON "invitation" ("organization_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_person" ON "member" ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "member_of_person" ON "member" ("user_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "event_order" ON "event" ("organization_id","transaction","seq");--> statement-breakpoint
CREATE INDEX "event_subject" ON "event" ("organization_id","subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "run_by_author" ON "run" ("organization_id","author_id","id");--> statement-breakpoint
CREATE INDEX "run_by_prompt" ON "run" ("organization_id","prompt_id","id");--> statement-breakpoint
CREATE INDEX "run_by_comparison" ON "run" ("organization_id","comparison_id","id");--> statement-breakpoint
CREATE INDEX "run_open" ON "run" ("organization_id","heartbeat_at") WHERE status in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "prompt_favorite_user" ON "prompt_favorite" ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "prompt_label_move_of" ON "prompt_label_move" ("organization_id","prompt_id","name","moved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "prompt_path" ON "prompt" ("organization_id","path_key") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "prompt_by_update" ON "prompt" ("organization_id","updated_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "prompt_by_creation" ON "prompt" ("organization_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "prompt_by_title" ON "prompt" ("organization_id","title_sort","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "prompt_by_use" ON "prompt" ("organization_id","use_count","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "prompt_by_author" ON "prompt" ("organization_id","author_id");--> statement-breakpoint
CREATE INDEX "prompt_by_import" ON "prompt" ("organization_id","import_id") WHERE import_id is not null;--> statement-breakpoint
CREATE INDEX "prompt_deleted" ON "prompt" ("organization_id","deleted_at") WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX "prompt_co_editor_user" ON "prompt_co_editor" ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "prompt_path_alias_prompt" ON "prompt_path_alias" ("organization_id","prompt_id");--> statement-breakpoint
CREATE INDEX "prompt_tag_tag" ON "prompt_tag" ("organization_id","tag_id","prompt_id");--> statement-breakpoint
CREATE INDEX "prompt_version_branch" ON "prompt_version" ("organization_id","branch_id","number");--> statement-breakpoint
CREATE INDEX "import_session_by_time" ON "import_session" ("organization_id","created_at","id");--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id");--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id");--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_role" FOREIGN KEY ("organization_id","role_key") REFERENCES "role"("organization_id","key");--> statement-breakpoint
ALTER TABLE "role" ADD CONSTRAINT "role_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id");--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_KT7Td8QoRNgD_fkey" FOREIGN KEY ("organization_id","comparison_id") REFERENCES "run_comparison"("organization_id","id");--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_organization_id_input_id_run_input_organization_id_id_fkey" FOREIGN KEY ("organization_id","input_id") REFERENCES "run_input"("organization_id","id");--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_parent" FOREIGN KEY ("organization_id","parent_id") REFERENCES "run"("organization_id","id");--> statement-breakpoint
ALTER TABLE "run_context_item" ADD CONSTRAINT "run_context_item_fYUhTd1p7jiX_fkey" FOREIGN KEY ("organization_id","input_id") REFERENCES "run_input"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_branch" ADD CONSTRAINT "prompt_branch_rNwsXEuxuuPd_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_draft" ADD CONSTRAINT "prompt_draft_5KNBTGwbpbgj_fkey" FOREIGN KEY ("organization_id","branch_id") REFERENCES "prompt_branch"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_draft_update" ADD CONSTRAINT "prompt_draft_update_T5gsN765ccAV_fkey" FOREIGN KEY ("organization_id","branch_id") REFERENCES "prompt_branch"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_favorite" ADD CONSTRAINT "prompt_favorite_Mess9FPXJvNT_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_label" ADD CONSTRAINT "prompt_label_M2c9ES3BnbvX_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_label_move" ADD CONSTRAINT "prompt_label_move_mbRwv7gJ1X51_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_co_editor" ADD CONSTRAINT "prompt_co_editor_ERyYnUnzDS5b_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_path_alias" ADD CONSTRAINT "prompt_path_alias_Jo2zyVDkG7cr_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_tag" ADD CONSTRAINT "prompt_tag_THEZwhMYHUzT_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_tag" ADD CONSTRAINT "prompt_tag_organization_id_tag_id_tag_organization_id_id_fkey" FOREIGN KEY ("organization_id","tag_id") REFERENCES "tag"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_view" ADD CONSTRAINT "prompt_view_CnodORG8waE8_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_version" ADD CONSTRAINT "prompt_version_ZUXO7Sd5a6Wf_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");--> statement-breakpoint
ALTER TABLE "prompt_version" ADD CONSTRAINT "prompt_version_HCmZwrscHS7a_fkey" FOREIGN KEY ("organization_id","branch_id") REFERENCES "prompt_branch"("organization_id","id");