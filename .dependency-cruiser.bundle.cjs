// What ends up in the window's bundle: as in .dependency-cruiser.cjs, but type-only imports, which leave no trace in it, do not count.
const { options } = require('./.dependency-cruiser.cjs')

module.exports = {
  forbidden: [
    { name: 'no-zod-in-the-window', severity: 'error', from: { path: '^src/renderer/' }, to: { path: 'node_modules/zod/', reachable: true } },
  ],
  options: { ...options, tsPreCompilationDeps: false },
}
