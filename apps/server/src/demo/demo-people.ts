/** Who works in the demonstration; all have the same password. */
export const demoPassword = 'a demo for everyone';

export interface DemoPerson {
  key: string;
  name: string;
  email: string;
}

const person = (key: string, name: string): DemoPerson => ({ key, name, email: `${key}@example.com` });

export const people = {
  maya: person('maya', 'Maya Lindqvist'),
  jonas: person('jonas', 'Jonas Weber'),
  priya: person('priya', 'Priya Raman'),
  tomas: person('tomas', 'Tomas Okafor'),
  elena: person('elena', 'Elena Rossi'),
  noor: person('noor', 'Noor Haddad'),
} as const;

export type PersonKey = keyof typeof people;

export interface DemoOrganization {
  name: string;
  owner: PersonKey;
  members: { who: PersonKey; role: 'admin' | 'editor' | 'viewer' }[];
  /** Offered, and not taken yet. */
  openInvitation: { role: 'admin' | 'editor' | 'viewer'; note: string };
}

export const organizations: [DemoOrganization, DemoOrganization] = [
  {
    name: 'Northwind Labs',
    owner: 'maya',
    members: [
      { who: 'jonas', role: 'admin' },
      { who: 'priya', role: 'editor' },
      { who: 'tomas', role: 'editor' },
      { who: 'elena', role: 'viewer' },
    ],
    openInvitation: { role: 'editor', note: 'For the new colleague in support' },
  },
  {
    name: 'Harbor Studio',
    owner: 'noor',
    members: [
      { who: 'maya', role: 'admin' },
      { who: 'tomas', role: 'viewer' },
    ],
    openInvitation: { role: 'viewer', note: 'For the client' },
  },
];
