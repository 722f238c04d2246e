// Who may import whom. The direction: composition root → features → platform → contract; never back, never in a circle.
const zone = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import ${allowed.join(', ')} and packages`,
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { pathNot: ['node_modules', '^(node:)?[a-z_/]+$', ...allowed] },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Two modules that need each other are one module, or three.',
      from: {},
      to: { circular: true },
    },
    zone('contract-is-the-floor', '^contract/', ['^contract/']),
    zone('answering-is-pure', '^answering/', ['^answering/', '^contract/']),
    zone('server', '^server/', ['^server/', '^contract/', '^answering/']),
    zone('host', '^src-main/host/', ['^src-main/host/', '^contract/', '^answering/']),
    zone('loopback', '^src-main/loopback/', ['^src-main/loopback/', '^src-main/host/', '^contract/']),
    zone('electron', '^src-main/electron/', ['^src-main/electron/', '^src-main/host/', '^contract/']),
    zone('preload', '^src-preload/', ['^src-preload/', '^contract/']),
    zone('renderer', '^src-renderer/', ['^src-renderer/', '^contract/']),
    {
      name: 'answering-does-no-io',
      severity: 'error',
      comment:
        'The engine runs on servers and desktops alike and is tested without either. An embedding model is opened beside it, an index kept beside it.',
      from: { path: '^answering/', pathNot: '(\\.test\\.ts$|^answering/(calibration|testing|embedding|keeping)/)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'features-by-their-index',
      severity: 'error',
      comment: 'A feature uses another only through its index.ts.',
      from: { path: '^server/src/features/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src/features/([^/]+)/', pathNot: ['^server/src/features/$1/', '/index\\.ts$'] },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^server/src/features/', '^server/src/(app|main|live-handlers)'] },
    },
    {
      name: 'sqlite-in-its-folders',
      severity: 'error',
      comment: 'SQLite is opened by the host’s cache and the server’s database folder alone.',
      from: { pathNot: ['^src-main/host/cache/', '^server/src/platform/database/', '^test/', '\\.test\\.ts$', '^node_modules'] },
      to: { path: 'node_modules/better-sqlite3' },
    },
    {
      name: 'postgres-in-its-folder',
      severity: 'error',
      comment: 'PostgreSQL is spoken to by the server’s database folder alone.',
      from: { pathNot: ['^server/src/platform/database/', '^test/', '\\.test\\.ts$', '^node_modules'] },
      to: { path: 'node_modules/pg/' },
    },
    {
      name: 'electron-in-its-folders',
      severity: 'error',
      from: { pathNot: ['^src-main/electron/', '^src-preload/', '^test/', '^build/', '^node_modules'] },
      to: { path: 'node_modules/electron/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|docs)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json'],
    },
  },
}
