/** Whether a browser can be told, and if not, why: each reason has its own sentence. */
export type PushAbility = 'able' | 'insecure' | 'notInstalled' | 'unsupported' | 'denied';

/** What the answer is read from: a window's own facts. */
export interface BrowserFacts {
  secure: boolean;
  userAgent: string;
  touchPoints: number;
  /** Opened from the Home Screen. */
  standalone: boolean;
  hasPush: boolean;
  permission: NotificationPermission | undefined;
}

export function pushAbility(facts: BrowserFacts): PushAbility {
  const { secure, userAgent, touchPoints, standalone, hasPush, permission } = facts;
  if (!secure) return 'insecure';
  // An iPad calls itself a Mac; no Mac has a touch screen.
  const isIos = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
  if (isIos && !standalone) return 'notInstalled';
  if (!hasPush) return 'unsupported';
  return permission === 'denied' ? 'denied' : 'able';
}

export const browserFacts = (): BrowserFacts => ({
  secure: isSecureContext,
  userAgent: navigator.userAgent,
  touchPoints: navigator.maxTouchPoints,
  standalone: matchMedia('(display-mode: standalone)').matches,
  hasPush: 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window,
  permission: 'Notification' in window ? Notification.permission : undefined,
});
