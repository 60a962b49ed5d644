/** Reviews in each of their states, and what tells people about them. */
import { test } from '@playwright/test';
import type { ApiPerson, Body } from '../house/api-person.ts';
import { type House, startHouse } from '../house/start-house.ts';
import { take } from './take.ts';

let house: House;
let ada: ApiPerson;
let ben: ApiPerson;
let benId: string;
const reviews: Record<string, string> = {};

const documentOf = (text: string) => ({
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
  variables: [],
  examples: [],
  examplesAs: 'text',
  tools: [],
  settings: {},
  responseSchema: null,
  delimiters: null,
  extends: null,
});

const before =
  'You answer customers of a shop for outdoor gear.\nAnswer at length.\nNever promise a date of delivery.\n';
const after =
  'You answer customers of a shop for outdoor gear.\nAnswer in three sentences.\nNever promise a date of delivery.\nSign with the name of the team.\n';

const commit = (promptId: string, branch: string, expectedParent: number, text: string) =>
  ada.send('POST', `/prompts/${promptId}/branches/${branch}/versions`, {
    expectedParent,
    message: '',
    document: documentOf(text),
  });

/** Ada asks Ben for a review of `shorter` into `main`. */
async function makeReview(name: string, title: string, prompt = title): Promise<Body> {
  const body = { title: prompt, document: documentOf(before), commit: true };
  const { id, revision } = await ada.send('POST', '/prompts', body);
  await ada.send('POST', `/prompts/${id}/publish`, {}, { 'if-match': `"r${revision}"` });
  await ada.send('POST', `/prompts/${id}/branches`, { name: 'shorter', from: 1 });
  await commit(id, 'shorter', 1, after);
  const review = await ada.send('POST', `/prompts/${id}/reviews`, {
    title,
    description: 'People skim. **Three sentences** read better, and the team signs with its name.',
    source: 'shorter',
    reviewers: [benId],
  });
  reviews[name] = review.id;
  return review;
}

const decide = (who: ApiPerson, { id }: Body, verdict: string, body: string) =>
  who.send('POST', `/reviews/${id}/verdicts`, { verdict, body, version: 2 });

const report = ({ prompt }: Body, name: string, status: string, summary: string) =>
  ada.send('PUT', `/prompts/${prompt.id}/versions/2/checks/${name}`, {
    status,
    summary,
    url: 'https://ci.example.com/runs/12',
  });

test.beforeAll(async () => {
  test.setTimeout(180_000);
  house = await startHouse();
  ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const { link } = await ada.send('POST', '/invitations', { role: 'admin' });
  ben = await house.signUp('Ben');
  await ben.send('POST', `/invitation-links/${String(link).split('/').at(-1)}/accept`, {});
  ben.organizationId = organizationId;
  benId = (await ben.send('GET', '/me')).id;
  const merged = await makeReview('merged', 'A kinder way to say no', 'Refusals');
  await decide(ben, merged, 'approve', 'Much better.');
  await ada.send('POST', `/reviews/${merged.id}/merge`, { expectedFrom: 2, expectedInto: 1 });
  const rule = { requiredApprovals: 1, requiredChecks: ['suite:tone', 'ci:build'], dismissOnCommit: true };
  await ada.send('PUT', '/review-rule', rule, { 'if-match': '"r0"' });
  const open = await makeReview('open', 'One line is enough', 'Refund reply');
  await ben.send('POST', '/threads', {
    subject: { kind: 'review', id: open.id },
    body: 'Do customers still find the address for returns?',
  });
  const changes = await makeReview('changes', 'Shorter greeting', 'Greeting');
  await decide(ben, changes, 'request_changes', 'The name of the shop is gone now. Please keep it.');
  const checks = await makeReview('checks', 'Three sentences at most', 'Delivery questions');
  await decide(ben, checks, 'approve', '');
  await report(checks, 'suite:tone', 'failed', '9 of 12 cases pass');
  await report(checks, 'ci:build', 'pending', 'Waits for a machine');
  await report(checks, 'lint', 'passed', 'No problems');
  const conflict = await makeReview('conflict', 'Sign with the team', 'Signature');
  await decide(ben, conflict, 'approve', 'Yes.');
  for (const name of ['suite:tone', 'ci:build']) await report(conflict, name, 'passed', 'All 12 cases pass');
  await commit(conflict.prompt.id, 'main', 1, before.replace('at length', 'in one paragraph'));
  await ada.send('PUT', '/label-rules/production', { approvals: 1 }, { 'if-match': '"r0"' });
  await ada.send(
    'POST',
    `/prompts/${open.prompt.id}/labels/production/requests`,
    { targets: [{ version: 2 }], note: 'All cases pass.' },
    { 'if-match': '"r0"' },
  );
});

test.afterAll(() => house?.close());

const pages: { name: string; who: 'ada' | 'ben'; address: () => string; fails?: boolean }[] = [
  { name: 'list', who: 'ben', address: () => '/reviews' },
  { name: 'list-empty', who: 'ada', address: () => '/reviews?scope=waiting' },
  { name: 'list-error', who: 'ben', address: () => '/reviews', fails: true },
  { name: 'open', who: 'ben', address: () => `/reviews/${reviews.open}` },
  { name: 'changes', who: 'ada', address: () => `/reviews/${reviews.changes}` },
  { name: 'checks', who: 'ada', address: () => `/reviews/${reviews.checks}` },
  { name: 'conflict', who: 'ada', address: () => `/reviews/${reviews.conflict}` },
  { name: 'merged', who: 'ada', address: () => `/reviews/${reviews.merged}` },
  { name: 'gone', who: 'ada', address: () => '/reviews/01900000-0000-7000-8000-00000000dead' },
  { name: 'error', who: 'ada', address: () => `/reviews/${reviews.open}`, fails: true },
  { name: 'home', who: 'ben', address: () => '/' },
  { name: 'home-empty', who: 'ada', address: () => '/' },
  { name: 'notices', who: 'ben', address: () => '/notices' },
  { name: 'rule', who: 'ada', address: () => '/settings/reviews' },
  { name: 'rule-error', who: 'ada', address: () => '/settings/reviews', fails: true },
];

for (const { name, who, address, fails = false } of pages)
  test(`reviews-${name} reviews all`, async ({ browser }) => {
    const person = who === 'ada' ? ada : ben;
    await take(browser, { name: `reviews-${name}`, address: `${house.url}${address()}`, person, fails });
  });
