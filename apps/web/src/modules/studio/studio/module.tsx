import { Columns3 } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { t } from './messages.ts';

export { readStudioSearch } from './state/studio-search.ts';

export const studio = defineWebModule({
  name: 'studio/studio',
  navigation: [
    { label: () => t('title'), to: '/studio', icon: Columns3, group: 'main', order: 30, phone: true },
  ],
  commands: [
    {
      id: 'studio.open',
      label: () => t('openStudio'),
      icon: Columns3,
      to: '/studio',
      words: t('studioWords'),
    },
  ],
});
