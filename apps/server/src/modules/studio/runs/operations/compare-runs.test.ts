import * as contract from '@promptvault/contract/studio/runs/routes';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
let made: { first: string; second: string; cut: string; owners: string };
beforeAll(async () => {
  runs = await openRunHouse();
  const one = await runs.start(['scripted-json', null]);
  const cut = await runs.start(['scripted-cut']);
  const owners = await runs.start([null], { source: { kind: 'document', document: document } }, 'owner');
  const [first = '', second = ''] = one.runIds;
  made = { first, second, cut: cut.runIds[0] as string, owners: owners.runIds[0] as string };
  for (const runId of Object.values(made)) await runs.ended(runId, 'owner');
});
afterAll(() => runs.close());

describe('comparing two runs', () => {
  it('tells line by line and word by word what differs', async () => {
    const query = { left: made.first, right: made.second };
    const { status, body } = await runs.house.as('editor').call(contract.compareRuns, { query });
    expect(status).toBe(200);
    expect(body.left.id).toBe(made.first);
    expect(body.diff.rows.length).toBeGreaterThan(0);
    const same = await runs.house
      .as('editor')
      .call(contract.compareRuns, { query: { left: made.first, right: made.first } });
    expect(same.body.diff).toMatchObject({ added: 0, removed: 0, hunks: [] });
  });

  it('needs both to be seen', async () => {
    const query = { left: made.first, right: made.owners };
    expect((await runs.house.as('editor').call(contract.compareRuns, { query })).status).toBe(404);
    expect((await runs.house.as('admin').call(contract.compareRuns, { query })).status).toBe(200);
  });
});
