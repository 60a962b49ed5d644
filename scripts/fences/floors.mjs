import { purePackages } from '../laws/pure-packages.mjs';

const tests = '\\.test\\.tsx?$';
const fence = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const notTests = (path) => ({ path, pathNot: tests });

/** apps/server: imports point down from main to assembly to modules to foundation. */
const server = [
  fence('floor:foundation', 'The foundation knows no module.', notTests('^apps/server/src/foundation/'), {
    path: '^apps/server/src/(modules|assembly)/|^apps/server/src/[^/]+\\.ts$',
  }),
  fence(
    'floor:modules',
    'Modules do not know how they are assembled.',
    notTests('^apps/server/src/modules/'),
    {
      path: '^apps/server/src/assembly/|^apps/server/src/[^/]+\\.ts$',
    },
  ),
  fence(
    'floor:assembly',
    'Assembly sees of a module only its manifest.',
    notTests('^apps/server/src/assembly/'),
    {
      path: '^apps/server/src/(modules/|[^/]+\\.ts$)',
      pathNot: '^apps/server/src/modules/[^/]+/[^/]+/module\\.ts$',
    },
  ),
  fence(
    'server-sees-no-pages',
    'The server does not import the web app.',
    { path: '^apps/server/' },
    { path: '^apps/web/' },
  ),
];

/**
 * apps/web: main and routes above the modules, the shell below them, ui and wire below all. The shell finds modules by
 * folder, so it is to them what the foundation is on the server: they use it, it names none of them.
 */
const web = [
  fence(
    'web-sees-no-server',
    'Pages know the server only by the contract.',
    { path: '^apps/web/' },
    { path: '^apps/server/' },
  ),
  fence(
    'floor:shell',
    'The shell names no module: it finds them by folder.',
    notTests('^apps/web/src/shell/'),
    {
      path: '^apps/web/src/(modules/|routes/|main\\.tsx)',
    },
  ),
  fence('floor:pages', 'Page modules do not know the routes.', notTests('^apps/web/src/modules/'), {
    path: '^apps/web/src/(routes/|main\\.tsx)',
  }),
  fence('floor:wire', 'The wire knows no page and no design.', notTests('^apps/web/src/wire/'), {
    path: '^apps/web/src/(modules|shell|routes|ui)/|^apps/web/src/main\\.tsx',
  }),
  fence(
    'floor:ui',
    'The design system knows no page, no wire and no domain.',
    notTests('^apps/web/src/ui/'),
    {
      path: '^apps/web/src/(modules|shell|routes|wire)/|^apps/web/src/main\\.tsx|^packages/(?!markdown/)',
    },
  ),
  fence(
    'ui-neither-fetches-nor-routes',
    'Components get data and links from those who use them.',
    notTests('^apps/web/src/ui/'),
    {
      path: 'node_modules/(@tanstack/(react-query|react-router)|openapi-fetch|openapi-react-query)/',
    },
  ),
];

/** apps/cli: knows an instance by its public API alone. */
const cli = [
  fence(
    'cli-uses-the-sdk',
    'The command line imports the SDK and pure packages only.',
    notTests('^apps/cli/src/'),
    {
      path: `^(apps/(?!cli/)|tests|scripts)/|^packages/(?!(sdk|${purePackages.join('|')})/)`,
    },
  ),
];

/** packages: pure ones stand alone, the contract's shapes load nothing but zod. */
const packages = [
  fence(
    'pure-packages',
    'A pure package imports pure packages only, and nothing of the machine.',
    notTests(`^packages/(${purePackages.join('|')})/src/`),
    {
      path: `^(apps|tests|scripts)/|^packages/(?!(${purePackages.join('|')})/)`,
    },
  ),
  fence(
    'pure-packages-no-builtins',
    'A pure package runs in browsers too.',
    notTests(`^packages/(${purePackages.join('|')})/src/`),
    {
      dependencyTypes: ['core'],
    },
  ),
  fence(
    'wire-stands-alone',
    'The calls of models run in the server and in browsers: they know neither.',
    notTests('^packages/wire/'),
    {
      path: `^(apps|tests|scripts)/|^packages/(?!(wire|${purePackages.join('|')})/)`,
    },
  ),
  fence('wire-needs-no-machine', 'What calls models runs in browsers too.', notTests('^packages/wire/'), {
    dependencyTypes: ['core'],
  }),
  fence(
    'contract-below-apps',
    'The contract knows nobody who fulfils it.',
    { path: '^packages/(contract|sdk)/' },
    { path: '^(apps|tests|scripts)/' },
  ),
  fence(
    'contract-shapes-zod-only',
    'Shapes, events and errors load nothing but zod: the web app bundles them.',
    notTests('^packages/contract/src/.*(shapes|events|errors)\\.ts$'),
    {
      pathNot: [
        'node_modules/zod/',
        '^packages/contract/src/(?!.*routes\\.ts$)(?!define-route\\.ts$)',
        `^packages/(${purePackages.join('|')})/src/`,
      ],
    },
  ),
  fence(
    'contract-routes-server-only',
    'Routes load hono: server, scripts and tests only.',
    notTests('^(apps/web|packages/(sdk|document|template))/'),
    {
      path: [
        '^packages/contract/src/.*routes\\.ts$',
        '^packages/contract/src/define-route\\.ts$',
        'node_modules/(hono|@hono)/',
      ],
    },
  ),
];

/** Everywhere. */
const everywhere = [
  fence(
    'no-cycles',
    'A cycle means that one idea was cut in two, or two were tied together. Types alone load nothing.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  fence(
    'no-unresolvable',
    'An import that leads nowhere hides from every other fence.',
    {},
    { couldNotResolve: true },
  ),
  fence(
    'testing-in-tests-only',
    'packages/testing is for tests.',
    {
      path: '^(apps|packages)/',
      pathNot: [tests, '^packages/testing/', '/vitest[^/]*\\.ts$', '/playwright[^/]*\\.ts$'],
    },
    { path: '^packages/testing/' },
  ),
  fence('tests-are-leaves', 'Nothing imports a test.', {}, { path: tests }),
];

export const floorFences = [...server, ...web, ...cli, ...packages, ...everywhere];
