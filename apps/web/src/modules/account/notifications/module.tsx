import { Bell, Mail } from 'lucide-react';
import { defineWebModule } from '../../../shell/web-module.ts';
import { NoticeBell } from './components/notice-bell.tsx';
import { frameText } from './state/frame-text.ts';

const permission = 'notice.read';

export const notifications = defineWebModule({
  name: 'account/notifications',
  commands: [
    {
      id: 'notices.open',
      label: () => frameText('notices'),
      icon: Bell,
      words: frameText('words'),
      to: '/notices',
      permission,
    },
  ],
  settingsPages: [
    {
      label: () => frameText('settings'),
      to: '/settings/notifications',
      icon: Bell,
      group: 'person',
      order: 20,
      permission,
    },
    {
      label: () => frameText('mail'),
      to: '/settings/mail',
      icon: Mail,
      group: 'instance',
      order: 20,
      permission: 'instance.operate',
    },
  ],
  slots: { 'shell.status': [{ id: 'notifications.bell', order: 90, permission, component: NoticeBell }] },
});
