import { describe, expect, it } from 'vitest';
import { isConnectionLost } from '../faults.ts';
import { startDatabaseThread } from './thread.ts';

describe('the database thread', () => {
  it('is given up, with a reason, when it no longer answers, and fails all that wait', async () => {
    const thread = await startDatabaseThread({ dataDirectory: null, template: null }, { statementMs: 200 });
    const endless = thread.batch(['select count(*) from generate_series(1, 1000000000)']);
    const behind = thread.lease((session) => session.query('select 1'));
    const [first, second] = await Promise.allSettled([endless, behind]);
    for (const one of [first, second])
      expect(one.status === 'rejected' && isConnectionLost(one.reason)).toBe(true);
    expect((await thread.died).message).toContain('no longer answered');
    await thread.close();
  });

  it('is not given up while nothing is asked, nor after it was closed', async () => {
    const thread = await startDatabaseThread({ dataDirectory: null, template: null }, { statementMs: 40 });
    let died = false;
    void thread.died.then(() => {
      died = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(
      await thread.lease((session) => session.query('select 1 as one'), { patient: true }),
    ).toMatchObject({
      rows: [{ one: 1 }],
    });
    await thread.close();
    expect(died).toBe(false);
    await expect(thread.batch(['select 1'])).rejects.toThrow('ended');
  });
});
