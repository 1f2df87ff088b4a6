// npm run faults [-- <part of a campaign's id> ...]: all campaigns in full; rewrites the table in docs/reliability.md and its sum in the README.
// With --quick only the part that `npm test` runs, which leaves the document alone; --report=<file> for its figures.
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { main, root } from './project.mjs'

await main(async () => {
  ensureDependencies()
  const options = process.argv.slice(2)
  const full = !options.includes('--quick')
  const report = options.find((option) => option.startsWith('--report='))?.slice('--report='.length) ?? null
  // Only now: nothing but Node's own is there before the dependencies are.
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(join(root, 'tests/faults/run.ts'), { root, configFile: false, logLevel: 'error' })
  const { run } = /** @type {{ run: (order: object) => Promise<readonly { lost: number }[]> }} */ (module)
  const results = await run({ full, only: options.filter((option) => !option.startsWith('--')), report, document: full ? join(root, 'docs/reliability.md') : null, page: full ? join(root, 'README.md') : null })
  process.exitCode = results.some(({ lost }) => lost > 0) ? 1 : 0
})
