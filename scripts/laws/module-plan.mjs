import { moduleOf } from './source-file.mjs';

/** The same plan in every module (docs/architecture.md): what may lie at its top level, and what must. */
const plans = {
  server: {
    files: [
      'module.ts',
      'index.ts',
      'schema.ts',
      'repository.ts',
      'policy.ts',
      'open.ts',
      'views.ts',
      'routes.ts',
      'jobs.ts',
      'sockets.ts',
      'pages.ts',
      'notices.ts',
      'events.ts',
      'listeners.ts',
      'errors.ts',
    ],
    folders: ['operations', 'repository'],
    required: ['README.md', 'module.ts'],
  },
  web: {
    files: ['module.tsx', 'index.ts', 'index.tsx', 'messages.ts'],
    folders: ['api', 'components', 'state', 'workers'],
    required: [],
  },
};
const readmeLines = 15;
/** Law 2 names it: Better Auth with its adapter is identity's second repository. */
const alsoPlanned = new Set(['apps/server/src/modules/account/identity/auth.ts']);

/** Law 5: a module may lack a file; it does not invent another at its top level. */
export const modulePlan = {
  name: 'module-plan',
  sentence: 'every module follows the same plan and stands in modules.json',
  check({ paths, read, order }) {
    const modules = gather(paths);
    const violations = [...modules].flatMap(([folder, insides]) => judge(folder, insides, order, read));
    return { looked: modules.size, violations };
  },
};

function gather(paths) {
  const modules = new Map();
  for (const path of paths) {
    const place = moduleOf(path);
    if (!place) continue;
    const folder = path.slice(0, -place.inside.length - 1);
    modules.set(folder, [...(modules.get(folder) ?? []), place.inside]);
  }
  return modules;
}

function judge(folder, insides, order, read) {
  const { app, space, name } = moduleOf(`${folder}/x`);
  const plan = plans[app];
  const violations = [];
  const report = (file, message) => violations.push({ file, line: 1, message });
  const known = app === 'web' ? [...order.modules, ...order.pages] : order.modules;
  if (!known.some((module) => module.space === space && module.name === name))
    report(folder, 'is not in modules.json');
  for (const required of plan.required) if (!insides.includes(required)) report(folder, `has no ${required}`);
  for (const inside of insides) {
    const [top, ...deeper] = inside.split('/');
    const atTop = plan.files.includes(top) || top === 'README.md' || /\.test\.tsx?$/.test(top);
    const planned = deeper.length > 0 ? plan.folders.includes(top) : atTop;
    if (!planned && !alsoPlanned.has(`${folder}/${inside}`))
      report(`${folder}/${inside}`, 'is not in the plan of a module');
  }
  if (insides.includes('repository.ts') && insides.some((inside) => inside.startsWith('repository/')))
    report(`${folder}/repository.ts`, 'stands beside repository/; a module has one of them');
  if (insides.includes('README.md') && read(`${folder}/README.md`).trimEnd().split('\n').length > readmeLines)
    report(`${folder}/README.md`, `is longer than ${readmeLines} lines`);
  return violations;
}
