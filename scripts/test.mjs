// npm test: sets everything up, runs every suite, and closes with one line over all of them.
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { main } from './project.mjs'
import { close, runAlone, runTogether } from './suite-runner.mjs'
import { faultsSuite, suitesWithoutWindow, windowSuite } from './suites.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

await main(async () => {
  ensureDependencies()
  const electron = await ensureElectron()
  ensureSystemLibraries(electron.path)
  // The end-to-end tests' own set-up (tests/e2e/setup.ts) takes this one, builds, and finds a display.
  process.env.ELECTRON_EXEC_PATH = electron.path
  await close(async (folder) => [...await runTogether([...suitesWithoutWindow(folder, { slow: true }), faultsSuite(folder)]), await runAlone(windowSuite(folder))])
})
