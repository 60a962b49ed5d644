/**
 * Keys and tokens as their issuers form them. Each pattern is read in one pass, without going back: whether it is there
 * is all that is asked, so its end is as short as it may be, and nothing before that is without a bound.
 */
const patterns: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]{2,10} ){0,3}PRIVATE KEY-----/],
  ['an Anthropic key', /\bsk-ant-[A-Za-z0-9_-]{16}/],
  ['an OpenAI key', /\bsk-(?!ant-)(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20}/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a Google key', /\bAIza[0-9A-Za-z_-]{35}/],
  ['a GitHub token', /\b(?:gh[opsur]_[A-Za-z0-9]{30}|github_pat_[A-Za-z0-9_]{22})/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20}/],
  ['a Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10}/],
  ['a Stripe key', /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{30}/],
  ['a Hugging Face token', /\bhf_[A-Za-z0-9]{30}/],
  ['a JSON web token', /(?<![\w-])eyJ[A-Za-z0-9_-]{8,4000}\.eyJ[A-Za-z0-9_-]{8,20000}\.[A-Za-z0-9_-]{8}/],
  ['a SendGrid key', /\bSG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{16}/],
  ['a Google access token', /\bya29\.[A-Za-z0-9_-]{20}/],
  ['a DigitalOcean token', /\bdo[opr]_v1_[a-f0-9]{32}/],
  ['a Twilio key', /\bSK[0-9a-f]{32}\b/],
  ['a bot token', /\b\d{8,10}:[A-Za-z0-9_-]{35}\b/],
  ['a bearer token', /\bBearer\s{1,3}(?=[\w.~+/-]{0,40}\d)[\w.~+/-]{20}/],
  [
    'a password or key that is named',
    /(?:pass(?:word|wd|phrase)|pwd|secret|token|credential|(?:api|access|secret|private|auth|client|account|encryption|signing)[ _-]?key)["']?\s{0,3}(?:[:=]|:=|=>)\s{0,3}["'`]?(?=[^\s"'`,;]{0,40}\d)(?=[^\s"'`,;]{0,40}[A-Za-z])[^\s"'`,;<>(){}[\]$*]{8}/i,
  ],
  ['a password in an address', /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:[^\s/:@]{3,200}@[^\s/]/],
];

/** What kinds of secrets stand in the text; never the secrets themselves. */
export const findSecrets = (text: string): string[] =>
  patterns.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
