import { expect, it } from 'vitest';
import { fullLaneName } from './lane-name.ts';

it('names the settings of a lane where its version and model do not tell it apart', () => {
  const lane = (index: number, version: number, model: string, settings: object) =>
    ({ index, version, model, settings }) as never;
  const all = [
    lane(0, 1, 'echo', {}),
    lane(1, 1, 'echo', { temperature: 0.2 }),
    lane(2, 2, 'echo', { temperature: 0.2 }),
  ];
  const [plain, cold, next] = all.map((one) => fullLaneName(one, all));
  expect(next).toBe('v2 · echo');
  expect(cold).toMatch(/^v1 · echo · .*0\.2/);
  expect(plain).toMatch(/^v1 · echo · ./);
  expect(plain).not.toBe(cold);
});
