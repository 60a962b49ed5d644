import { createFileRoute } from '@tanstack/react-router';
import { ReviewRulePage } from '../../../modules/vault/reviews/components/review-rule-page.tsx';

export const Route = createFileRoute('/_app/settings/reviews')({ component: ReviewRulePage });
