CREATE TABLE "run_image" (
	"organization_id" uuid,
	"input_id" uuid,
	"position" integer,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"hash" text NOT NULL,
	"content" bytea,
	CONSTRAINT "run_image_pkey" PRIMARY KEY("organization_id","input_id","position")
);
--> statement-breakpoint
ALTER TABLE "run_image" ADD CONSTRAINT "run_image_3qURlcfBc2iP_fkey" FOREIGN KEY ("organization_id","input_id") REFERENCES "run_input"("organization_id","id");