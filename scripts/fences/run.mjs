import { root } from '../house.mjs';
import { sayBad, sayGood } from '../say.mjs';
import { cruiseHouse } from './cruise-house.mjs';

const { looked, unseen, violations } = await cruiseHouse(root);
for (const { from, to, fence, comment } of violations)
  process.stderr.write(`  ${from} → ${to}\n    ${fence}: ${comment}\n`);
for (const path of unseen) process.stderr.write(`  ${path} was not looked at\n`);

if (looked === 0 || unseen.length > 0) sayBad('the import fences did not see every source');
else if (violations.length > 0) sayBad(`${violations.length} imports cross a fence`);
else sayGood(`no import of ${looked} files crosses a fence`);
process.exitCode = looked > 0 && unseen.length === 0 && violations.length === 0 ? 0 : 1;
