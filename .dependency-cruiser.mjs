// Direction of imports: domain ← api ← session ← features ← app, and domain ← ui ← features, app.
// By pattern, so that a new feature is covered on its first day.

const tests = '\\.(test|arbitraries)\\.tsx?$';
/** What only tests may import. */
const testing = '^src/(app|features/[^/]+)/testing/';
const inOwnCode = [tests, testing];

/**
 * A layer may import itself, the layers below it and packages; its tests may also import the simulator and src/app/testing.
 * @param {string} layer
 * @param {readonly string[]} below
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
function layer(layer, below) {
  return {
    name: `${layer}-imports-only-${['itself', ...below].join('-')}`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: { path: '^src/', pathNot: [`^src/(${[layer, ...below].join('|')})/`, testing] },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    layer('domain', []),
    layer('api', ['domain']),
    layer('session', ['domain', 'api']),
    layer('ui', ['domain']),
    layer('features', ['domain', 'api', 'session', 'ui']),
    layer('app', ['domain', 'api', 'session', 'ui', 'features']),
    layer('cli', ['domain', 'api']),
    {
      name: 'src-has-no-other-folders',
      comment: 'A new folder in src needs a place in the order of layers.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(domain|api|session|ui|features|app|cli)/' },
      to: {},
    },
    {
      name: 'features-are-blind-to-each-other',
      comment: 'The route puts features side by side through slots.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'The engine imports itself, re2js and jose (base64url of JWTs): no React, no DOM, no fetch, no zod.',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: tests },
      to: { pathNot: ['^src/domain/', '(^|/)node_modules/(re2js|jose)/'] },
    },
    {
      name: 'only-tokens-need-jose',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '^src/domain/decodeToken\\.ts$' },
      to: { path: '(^|/)node_modules/jose/' },
    },
    {
      name: 'src-knows-no-simulator',
      severity: 'error',
      from: { path: '^src/', pathNot: inOwnCode },
      to: { path: '^mocks/' },
    },
    {
      name: 'only-tests-import-testing',
      severity: 'error',
      from: { path: '^(src|mocks)/', pathNot: inOwnCode },
      to: { path: testing },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'src-ships-no-dev-dependencies',
      severity: 'error',
      from: { path: '^src/', pathNot: inOwnCode },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-code-has-no-node',
      severity: 'error',
      from: { path: '^src/', pathNot: [...inOwnCode, '^src/cli/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'mocks-import-only-domain-and-wire-schemas',
      severity: 'error',
      from: { path: '^mocks/' },
      to: { path: '^src/', pathNot: ['^src/(domain|api)/', testing] },
    },
    {
      name: 'e2e-acts-from-outside',
      comment: 'Journeys know the product as a person does.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^src/' },
    },
    {
      name: 'no-icon-package',
      comment: '@mui/icons-material is 43,000 files for a dozen paths; draw icons with createSvgIcon.',
      severity: 'error',
      from: {},
      to: { path: '@mui/icons-material' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^e2e/', tests, '(^|/)[^/]+\\.config\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^dist', '^node_modules/\\.'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
