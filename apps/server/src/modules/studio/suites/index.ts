export { openSuite, openSuiteGround } from './open.ts';
export { assertedModels } from './operations/asserted-models.ts';
export { createAids } from './operations/assertion-aids.ts';
export { createPatience, type Patience } from './operations/await-connection.ts';
export { createSuite } from './operations/change-suites.ts';
export { proposalWish } from './operations/propose-cases.ts';
export { readProposals } from './operations/read-proposals.ts';
export { versionOf } from './operations/version-of.ts';
