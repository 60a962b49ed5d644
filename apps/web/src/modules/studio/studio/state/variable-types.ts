import type { VariableType } from '@promptvault/document';
import { t } from '../messages.ts';

const names: Record<VariableType, () => string> = {
  text: () => t('typeText'),
  number: () => t('typeNumber'),
  boolean: () => t('typeBoolean'),
  select: () => t('typeSelect'),
  list: () => t('typeList'),
  file: () => t('typeFile'),
  json: () => t('typeJson'),
};

export const typeName = (type: VariableType) => names[type]();
