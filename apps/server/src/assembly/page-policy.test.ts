import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, isPrivateCaller, privateCallerPolicy } from './page-policy.ts';

describe('the policy of a page', () => {
  it('lets it reach this server alone', () => {
    expect(contentSecurityPolicy(["'sha256-x'"])).toContain("connect-src 'self';");
  });
});

describe('the policy of the script that calls models', () => {
  it('is for that script alone', () => {
    expect(isPrivateCaller('/assets/private-caller-Ab_3-9.js')).toBe(true);
    for (const path of ['/assets/base-Ab.js', '/assets/x/private-caller-a.js', '/private-caller-a.js', '/'])
      expect(isPrivateCaller(path), path).toBe(false);
  });

  it('reaches the one address it is for', () => {
    for (const to of [
      'https://api.anthropic.com',
      'http://localhost:11434',
      'http://127.0.0.1:1234',
      'https://models.example.com:8443',
    ])
      expect(privateCallerPolicy(to)).toBe(`default-src 'none'; script-src 'self'; connect-src ${to}`);
  });

  it('reaches nothing where that is no single address', () => {
    for (const to of [
      undefined,
      '',
      '*',
      'https:',
      'https://*',
      'https://*.example.com',
      'https://a.example https://b.example',
      'https://a.example; script-src *',
      'https://a.example/path',
      'https://user@a.example',
      'ws://a.example',
      'https://a.example:99999',
      'http://[::1]:11434',
      "'self'",
      'https://A.example',
      'https://a.example\nset-cookie: x',
    ])
      expect(privateCallerPolicy(to), to).toBe("default-src 'none'; script-src 'self'; connect-src 'none'");
  });
});
