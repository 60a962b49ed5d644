ALTER TABLE "optimisation_item" ADD COLUMN "judging" jsonb DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "optimisation_item" ADD COLUMN "meanings" jsonb DEFAULT '{}' NOT NULL;