import { defineModule } from '../../../foundation/module/define-module.ts';
import { tables } from './schema.ts';

export const module = defineModule({
  name: 'account/notifications',
  tables,
});
