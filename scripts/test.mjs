// npm test: sets everything up, runs every suite, and closes with one line over all of them.
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { isolationObstacle, judgeTrace } from './isolation.mjs'
import { main } from './project.mjs'
import { close, lookOver, runAlone, runTogether } from './suite-runner.mjs'
import { faultsSuite, suitesWithoutWindow, windowSuite } from './suites.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

await main(async () => {
  ensureDependencies()
  const electron = await ensureElectron()
  ensureSystemLibraries(electron.path)
  // The end-to-end tests' own set-up (tests/e2e/setup.ts) takes this one, builds, and finds a display.
  process.env.ELECTRON_EXEC_PATH = electron.path
  const obstacle = isolationObstacle()
  await close(async (folder) => {
    const trace = join(folder, 'network.trace')
    const results = await runTogether([...suitesWithoutWindow(folder, { slow: true }), faultsSuite(folder)])
    results.push(await runAlone(windowSuite(folder, obstacle === undefined ? trace : undefined)))
    results.push(await lookOver('network', async () => {
      if (obstacle === undefined) return judgeTrace(trace)
      console.log(`Not looked for attempts to reach a network: ${obstacle}.`)
      return { passed: 0, failed: 0, skipped: 1 }
    }))
    return results
  })
})
