export { type HeaderSecret, readSecrets } from './operations/read-secrets.ts';
