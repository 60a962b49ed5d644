CREATE TABLE "prompt_reference" (
	"organization_id" uuid,
	"id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject_title" text DEFAULT '' NOT NULL,
	"prompt_id" uuid,
	"number" integer,
	"path_key" text collate "C" NOT NULL,
	"reference" text NOT NULL,
	"via" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "prompt_reference_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "prompt_reference_once" UNIQUE("organization_id","subject_kind","subject_id","via","reference")
);
--> statement-breakpoint
CREATE INDEX "prompt_reference_path" ON "prompt_reference" ("organization_id","path_key");--> statement-breakpoint
CREATE INDEX "prompt_reference_prompt" ON "prompt_reference" ("organization_id","prompt_id") WHERE prompt_id is not null;--> statement-breakpoint
ALTER TABLE "prompt_reference" ADD CONSTRAINT "prompt_reference_kzkbmvvStb76_fkey" FOREIGN KEY ("organization_id","prompt_id") REFERENCES "prompt"("organization_id","id");