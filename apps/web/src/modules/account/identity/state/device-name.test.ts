import { expect, test } from 'vitest';
import { deviceName } from './device-name.ts';

test('names browser and system', () => {
  const agent =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0';
  expect(deviceName(agent)).toEqual({ browser: 'Edge', system: 'Windows' });
});

test('prefers the phone to the system it is derived from', () => {
  const agent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';
  expect(deviceName(agent)).toEqual({ browser: 'Safari', system: 'iOS' });
});

test('says nothing about what it does not know', () => {
  expect(deviceName('curl/8.9')).toEqual({ browser: undefined, system: undefined });
  expect(deviceName(null)).toEqual({ browser: undefined, system: undefined });
});
