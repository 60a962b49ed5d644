import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { samplesDirectory } from '@promptvault/testing/samples';
import { startServerProcess } from '@promptvault/testing/server-process';
import { type ApiPerson, type Body, signInApi } from '../house/api-person.ts';

export interface DemoHouse {
  url: string;
  person: ApiPerson;
  promptPath: string;
  /** A branch that changed the same sentence as the default one. */
  mergePath: string;
  comparedPath: string;
  answersPath: string;
  runPath: string;
  comparePath: string;
  suitePath: string;
  reportPath: string;
  casesPath: string;
  newSuitePath: string;
  experimentPath: string;
  newExperimentPath: string;
  close(): Promise<void>;
}

const demoFile = fileURLToPath(new URL('../../../apps/server/src/demo.ts', import.meta.url));

async function fillDemo(directory: string): Promise<string> {
  const child = spawn(process.execPath, [demoFile], {
    env: {
      PATH: process.env.PATH ?? '',
      PROMPTVAULT_DATA: directory,
      PROMPTVAULT_SAMPLES: samplesDirectory() ?? '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The demonstration ended with ${code}.`);
  return said.match(/Password: {2}(.+?) {2,}/)?.[1] ?? '';
}

/** Two branches of a prompt that changed the same text, a label, and a rule for it. */
async function branchApart(person: ApiPerson, promptId: string): Promise<void> {
  const { head }: Body = await person.send('GET', `/prompts/${promptId}`);
  await person.send('POST', `/prompts/${promptId}/branches`, { name: 'warmer' });
  const { document }: Body = await person.send('GET', `/prompts/${promptId}/versions/${head.number}`);
  for (const [branch, word] of [
    ['main', 'Be brief.'],
    ['warmer', 'Be warm.'],
  ] as const) {
    const place = `/prompts/${promptId}/branches/${branch}`;
    const { revision }: Body = await person.send('GET', `${place}/draft`);
    const sections = document.sections.map((section: Body) => ({
      ...section,
      text: `${section.text} ${word}`,
    }));
    await person.send(
      'PUT',
      `${place}/draft`,
      { document: { ...document, sections } },
      { 'if-match': `"r${revision}"` },
    );
    await person.send('POST', `${place}/versions`, { expectedParent: head.number, message: word });
  }
  const rule = '/label-rules/production';
  await person.send('PUT', rule, { approvals: 1 }, { 'if-match': '"r0"' });
}

/** The demonstration on a directory of its own, and who owns it. */
export async function startDemo(): Promise<DemoHouse> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-demo-'));
  const password = await fillDemo(dataDirectory);
  const server = await startServerProcess({ dataDirectory });
  const person = await signInApi(server.url, { email: 'maya@example.com', password });
  const organizations: Body = await person.send('GET', '/me/organizations');
  person.organizationId = organizations.items.find(
    (one: Body) => one.role === 'owner' && one.kind === 'team',
  ).organizationId;
  const prompts: Body = await person.send('GET', '/prompts?q=support/reply');
  const promptPath = `/prompts/${prompts.items[0].id}`;
  await branchApart(person, prompts.items[0].id);
  const runs: Body = await person.send('GET', '/runs?author=all&limit=100');
  const together = runs.items.find((one: Body) =>
    runs.items.some((other: Body) => other.id !== one.id && other.comparisonId === one.comparisonId),
  );
  const pair = runs.items.filter((one: Body) => one.comparisonId === together.comparisonId);
  const suites: Body = await person.send('GET', '/suites');
  const [suite] = suites.items;
  const experiments: Body = await person.send('GET', '/experiments');
  const [experiment] = experiments.items;
  return {
    url: server.url,
    person,
    promptPath,
    mergePath: `${promptPath}?merge=warmer&tab=labels`,
    comparedPath: `${promptPath}?version=1&against=draft`,
    answersPath: `/prompts/${together.promptId}?comparison=${together.comparisonId}&view=answers`,
    runPath: `/runs/${together.id}`,
    comparePath: `/runs/compare?left=${pair[0].id}&right=${pair[1].id}`,
    suitePath: `/suites/${suite.id}`,
    reportPath: `/suites/runs/${suite.lastRun.id}`,
    casesPath: `/suites/cases/${suite.caseSetId}`,
    newSuitePath: `/suites/new?prompt=${suite.promptId}`,
    experimentPath: `/suites/experiments/${experiment.id}`,
    newExperimentPath: `/suites/experiments/new?prompt=${experiment.promptId}`,
    async close() {
      await server.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
