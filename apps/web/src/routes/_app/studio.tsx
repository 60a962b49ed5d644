import { createFileRoute } from '@tanstack/react-router';
import { LastPromptPage } from '../../modules/studio/studio/index.ts';

export const Route = createFileRoute('/_app/studio')({ component: LastPromptPage });
