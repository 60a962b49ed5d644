import { mostPushBytes } from '../../../../foundation/push/push.ts';

/** What the app's worker in the browser shows (apps/web/public/push-worker.js). No more than a mail would say. */
export interface PushText {
  title: string;
  body: string;
  /** A path of the web app. */
  path: string;
  /** What is shown under the same tag is replaced. */
  tag: string;
}

export interface PushFacts {
  organization: { id: string; name: string };
  notices: readonly { title: string; body?: string | undefined; address: string; group: string }[];
}

const longestTitle = 150;
const longestBody = 700;
const mostLines = 4;

const cut = (text: string, most: number): string => {
  const signs = [...text];
  return signs.length <= most ? text : `${signs.slice(0, most - 1).join('')}…`;
};

/** The page opens in the organization of the notice, wherever the person last was. */
function pathIn(organizationId: string, address: string): string {
  const url = new URL(address, 'http://here');
  url.searchParams.set('in', organizationId);
  return url.pathname + url.search + url.hash;
}

/** One message for all that came together; as JSON it fits what push services take. */
export function composePush({ organization, notices }: PushFacts): PushText {
  const [only] = notices;
  const written =
    notices.length === 1 && only
      ? { title: only.title, lines: only.body ? [only.body] : [], address: only.address, tag: only.group }
      : {
          title: `${notices.length} notices`,
          lines: notices.slice(0, mostLines).map(({ title }) => title),
          address: '/notices',
          tag: 'notices',
        };
  const text = {
    title: cut(written.title, longestTitle),
    path: pathIn(organization.id, written.address),
    tag: `${organization.id} ${written.tag}`,
  };
  for (let most = longestBody; ; most = Math.floor(most / 2)) {
    const body = [...written.lines.map((line) => cut(line, most)), organization.name].join('\n');
    const composed = { ...text, body: cut(body, most) };
    if (most < 10 || Buffer.byteLength(JSON.stringify(composed)) <= mostPushBytes) return composed;
  }
}
