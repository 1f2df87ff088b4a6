// npm run check: the quick part of the tests, for every commit.
import { ensureDependencies } from './dependencies.mjs'
import { main } from './project.mjs'
import { close, runTogether } from './suite-runner.mjs'
import { suitesWithoutWindow } from './suites.mjs'

await main(async () => {
  ensureDependencies()
  await close((folder) => runTogether(suitesWithoutWindow(folder, { slow: false })))
})
