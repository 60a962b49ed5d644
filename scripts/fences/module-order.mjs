/**
 * The lift order as fences: a module imports only earlier ones, and those only through their front door.
 * @param {{ modules: { space: string, name: string }[], pages: { space: string, name: string }[] }} order modules.json
 */
export function moduleFences(order) {
  const server = { root: 'apps/server/src/modules', modules: order.modules };
  const web = { root: 'apps/web/src/modules', modules: [...order.modules, ...order.pages] };
  return [
    ...liftOrder(server, 'server'),
    ...liftOrder(web, 'web'),
    ...serverDoors(server.root),
    ...webDoors(web.root),
  ];
}

const tests = '\\.test\\.tsx?$';

function liftOrder({ root, modules }, app) {
  const folder = ({ space, name }) => `${space}/${name}`;
  const later = modules.map((_, index) => modules.slice(index + 1).map(folder));
  return modules
    .map((module, index) => ({
      name: `lift-order:${app}:${folder(module)}`,
      comment:
        'A module imports only modules that stand before it in modules.json; later ones listen to its events.',
      severity: 'error',
      from: { path: `^${root}/${folder(module)}/`, pathNot: tests },
      to: { path: `^${root}/(${later[index].join('|')})/` },
    }))
    .filter((_, index) => later[index].length > 0);
}

/** Tables may be joined and pointed at (schema.ts), everything else goes through index.ts. */
function serverDoors(root) {
  const own = `^${root}/$1/`;
  const tables = '(schema|repository|repository/[^/]+)\\.ts$';
  const from = (pathNot) => ({ path: `^${root}/([^/]+/[^/]+)/`, pathNot });
  return [
    {
      name: 'front-door:server',
      comment: 'Another module is used only through its index.ts.',
      severity: 'error',
      from: from([tests, `^${root}/[^/]+/[^/]+/${tables}`]),
      to: { path: `^${root}/`, pathNot: [own, `^${root}/[^/]+/[^/]+/index\\.ts$`] },
    },
    {
      name: 'front-door:server:tables',
      comment: 'schema.ts and the repository may also see the tables of earlier modules.',
      severity: 'error',
      from: { path: `^${root}/([^/]+/[^/]+)/${tables}` },
      to: { path: `^${root}/`, pathNot: [own, `^${root}/[^/]+/[^/]+/(index|schema)\\.ts$`] },
    },
  ];
}

function webDoors(root) {
  return [
    {
      name: 'front-door:web',
      comment: 'Another page module is used only through its index.ts.',
      severity: 'error',
      from: { path: `^${root}/([^/]+/[^/]+)/`, pathNot: tests },
      to: { path: `^${root}/`, pathNot: [`^${root}/$1/`, `^${root}/[^/]+/[^/]+/index\\.tsx?$`] },
    },
    {
      name: 'front-door:web:routes',
      comment: 'Routes use a page module through its index.ts, module.tsx or a page loaded lazily.',
      severity: 'error',
      from: { path: '^apps/web/src/(main\\.tsx|router\\.tsx|routes/)', pathNot: tests },
      to: {
        path: `^${root}/`,
        pathNot: `^${root}/[^/]+/[^/]+/(index\\.tsx?|module\\.tsx|components/[^/]+-page\\.tsx)$`,
      },
    },
  ];
}
