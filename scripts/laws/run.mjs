import { root } from '../house.mjs';
import { sayBad, sayGood } from '../say.mjs';
import { allLaws } from './all-laws.mjs';
import { readHouse } from './read-house.mjs';

const house = readHouse(root);
let broken = 0;
for (const law of allLaws) {
  const { looked, violations } = law.check(house);
  for (const { file, line, message } of violations) process.stderr.write(`  ${file}:${line} ${message}\n`);
  // A checker that looks at nothing passes for ever; that is worse than none.
  if (looked === 0) sayBad(`${law.name}: looked at nothing`);
  else if (violations.length > 0) sayBad(`${law.name}: ${law.sentence} (${violations.length} of it broken)`);
  if (looked === 0 || violations.length > 0) broken += 1;
}
if (broken === 0) sayGood(`${allLaws.length} laws hold over ${house.files.length} files`);
process.exitCode = broken === 0 ? 0 : 1;
