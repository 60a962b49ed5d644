export { isOperator } from './operations/is-operator.ts';
export { setLastOrganization as rememberOrganization } from './repository.ts';
