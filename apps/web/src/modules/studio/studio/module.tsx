import { Columns3 } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

export { readStudioSearch } from './state/studio-search.ts';

export const studio = defineWebModule({
  name: 'studio/studio',
  navigation: [
    { label: () => frameText('title'), to: '/studio', icon: Columns3, group: 'main', order: 30, phone: true },
  ],
  commands: [
    {
      id: 'studio.open',
      label: () => frameText('openStudio'),
      icon: Columns3,
      to: '/studio',
      words: frameText('studioWords'),
    },
  ],
});
