CREATE TABLE "run_folder" (
	"organization_id" uuid,
	"id" uuid,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "run_folder_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "run_folder_name" UNIQUE("organization_id","user_id","name_key")
);
--> statement-breakpoint
CREATE TABLE "run_index" (
	"organization_id" uuid,
	"run_id" uuid,
	"author_id" uuid,
	"cost_micro_dollars" bigint NOT NULL,
	"duration_ms" integer NOT NULL,
	"terms" tsvector NOT NULL,
	CONSTRAINT "run_index_pkey" PRIMARY KEY("organization_id","run_id")
);
--> statement-breakpoint
CREATE TABLE "run_mark" (
	"organization_id" uuid,
	"user_id" uuid,
	"run_id" uuid,
	"bookmarked_at" timestamp(3) with time zone,
	"folder_id" uuid,
	"tags" text[] DEFAULT '{}'::text[] NOT NULL,
	CONSTRAINT "run_mark_pkey" PRIMARY KEY("organization_id","user_id","run_id")
);
--> statement-breakpoint
CREATE TABLE "run_query" (
	"organization_id" uuid,
	"id" uuid,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "run_query_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "run_query_name" UNIQUE("organization_id","user_id","name_key")
);
--> statement-breakpoint
CREATE TABLE "run_slab" (
	"organization_id" uuid,
	"number" integer,
	"after_run_id" uuid NOT NULL,
	CONSTRAINT "run_slab_pkey" PRIMARY KEY("organization_id","number"),
	CONSTRAINT "run_slab_after" UNIQUE("organization_id","after_run_id")
);
--> statement-breakpoint
CREATE TABLE "run_fresh" (
	"organization_id" uuid,
	"run_id" uuid,
	CONSTRAINT "run_fresh_pkey" PRIMARY KEY("organization_id","run_id")
);
--> statement-breakpoint
CREATE INDEX "run_index_by_author" ON "run_index" ("organization_id","author_id","run_id");--> statement-breakpoint
CREATE INDEX "run_index_by_cost" ON "run_index" ("organization_id","cost_micro_dollars","run_id");--> statement-breakpoint
CREATE INDEX "run_index_by_duration" ON "run_index" ("organization_id","duration_ms","run_id");--> statement-breakpoint
CREATE INDEX "run_index_by_author_cost" ON "run_index" ("organization_id","author_id","cost_micro_dollars","run_id");--> statement-breakpoint
CREATE INDEX "run_index_by_author_duration" ON "run_index" ("organization_id","author_id","duration_ms","run_id");--> statement-breakpoint
CREATE INDEX "run_index_terms" ON "run_index" USING gin ("organization_id","terms") WITH (gin_pending_list_limit=256);--> statement-breakpoint
CREATE INDEX "run_mark_by_run" ON "run_mark" ("organization_id","run_id");--> statement-breakpoint
CREATE INDEX "run_mark_by_folder" ON "run_mark" ("organization_id","folder_id");--> statement-breakpoint
ALTER TABLE "run" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "run_fresh" ("organization_id", "run_id") SELECT "organization_id", "id" FROM "run";--> statement-breakpoint
ALTER TABLE "run" FORCE ROW LEVEL SECURITY;
