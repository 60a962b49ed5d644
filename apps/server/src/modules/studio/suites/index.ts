export { openSuiteGround } from './open.ts';
export { createSuite } from './operations/change-suites.ts';
