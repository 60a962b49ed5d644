import { delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { childEnvironment } from './environment.mjs';

test('children get Node 24 first in PATH and none of the variables of npm', () => {
  const given = { PATH: '/usr/bin', HOME: '/home/me', npm_config_x: '1', NPM_TOKEN: 't', INIT_CWD: '/tmp' };
  expect(childEnvironment('/runtime/bin/node', given)).toEqual({
    PATH: `/runtime/bin${delimiter}/usr/bin`,
    HOME: '/home/me',
  });
});

test('Windows spells PATH otherwise and keeps its spelling', () => {
  expect(childEnvironment('/runtime/bin/node', { Path: 'C' })).toEqual({ Path: `/runtime/bin${delimiter}C` });
});
