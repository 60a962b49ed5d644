import * as z from 'zod';
import { t } from '../messages.ts';

export const organizationName = z
  .string()
  .trim()
  .min(1, { error: () => t('nameMissing') })
  .max(80, { error: () => t('nameLong') });
