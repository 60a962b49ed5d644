ALTER TABLE "run_image" RENAME TO "run_attachment";--> statement-breakpoint
ALTER TABLE "model_facts" ADD COLUMN "pdf" boolean;--> statement-breakpoint
ALTER TABLE "run_attachment" ADD COLUMN "pages" integer;--> statement-breakpoint
ALTER TABLE "run_attachment" ALTER COLUMN "width" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "run_attachment" ALTER COLUMN "height" DROP NOT NULL;