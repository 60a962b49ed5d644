export { setLastOrganization as rememberOrganization } from './repository.ts';
