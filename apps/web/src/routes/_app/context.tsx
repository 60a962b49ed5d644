import { createFileRoute } from '@tanstack/react-router';
import { ContextPage } from '../../modules/studio/context/index.ts';

export const Route = createFileRoute('/_app/context')({ component: ContextPage });
