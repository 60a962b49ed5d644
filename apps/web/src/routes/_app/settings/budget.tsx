import { createFileRoute } from '@tanstack/react-router';
import { BudgetPage } from '../../../modules/account/billing/components/budget-page.tsx';

export const Route = createFileRoute('/_app/settings/budget')({ component: BudgetPage });
