ALTER TABLE "case_set" DROP CONSTRAINT "case_set_Pt6AM62yCObZ_fkey";--> statement-breakpoint
ALTER TABLE "suite" DROP CONSTRAINT "suite_organization_id_prompt_id_prompt_organization_id_id_fkey";--> statement-breakpoint
ALTER TABLE "optimisation" DROP CONSTRAINT "optimisation_MqozeWBAHcd6_fkey";