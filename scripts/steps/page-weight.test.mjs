import { expect, it } from 'vitest';
import { weighPages } from './page-weight.mjs';

const html = `<script>var a</script><link rel="stylesheet" href="/assets/i.css">
<script type="module" crossorigin src="/assets/index-A.js"></script>
<link rel="modulepreload" href="/assets/runtime-B.js">`;
const sizes = { '/assets/index-A.js': 100, '/assets/runtime-B.js': 1, '/assets/door.js': 200 };
const sizeOf = (path) => sizes[path];

it('counts what each first page loads, once', () => {
  const byAddress = { '/sign-in': ['/assets/door.js', '/assets/index-A.js'], '/prompts': [] };
  const [signIn, prompts] = weighPages({ html, byAddress, sizeOf });
  expect(signIn).toMatchObject({ address: '/sign-in', bytes: 301 });
  expect(signIn.files[0].path).toBe('/assets/door.js');
  expect(prompts).toMatchObject({ address: '/prompts', bytes: 101 });
});

it('does not take a page for light that is not there', () => {
  expect(() => weighPages({ html, byAddress: { '/sign-in': [] }, sizeOf })).toThrow('/prompts');
});
