import { Bookmark, CalendarClock } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { frameText } from './state/frame-text.ts';

export const history = defineWebModule({
  name: 'studio/history',
  activity: () => import('./state/activity-sentences.ts'),
  settingsPages: [
    {
      label: () => frameText('retention'),
      to: '/settings/retention',
      icon: CalendarClock,
      group: 'organization',
      order: 38,
      permission: 'run.retain',
    },
  ],
  commands: [
    {
      id: 'history.bookmarks',
      label: () => frameText('bookmarks'),
      icon: Bookmark,
      words: frameText('words'),
      to: '/runs?bookmarked=true',
      permission: 'run.read',
    },
  ],
});
