import { createFileRoute } from '@tanstack/react-router';
import { LabelRulesPage } from '../../../modules/vault/prompts/components/label-rules-page.tsx';

export const Route = createFileRoute('/_app/settings/labels')({ component: LabelRulesPage });
