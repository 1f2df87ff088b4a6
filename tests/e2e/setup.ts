import { ensureBuild } from '../../scripts/build.mjs'
import { needsDisplay, startXvfb } from '../../scripts/display.mjs'
import { ensureElectron } from '../../scripts/electron-runtime.mjs'
import { say } from '../../scripts/project.mjs'
import { sandboxObstacle, sandboxWarning } from '../../scripts/sandbox.mjs'
import { ensureSystemLibraries } from '../../scripts/system-libraries.mjs'
import { pointerAside } from './pointer'

/** Once, before the workers start: Electron, the build and a display; the workers learn of them from the environment. */
export default async function setup(): Promise<() => void> {
  const electron = await ensureElectron()
  ensureSystemLibraries(electron.path)
  ensureBuild(electron.path)
  say(`These tests run in Electron ${electron.version}.`)
  // The electron package, which Playwright asks for the binary, then answers with the one in this folder.
  if (electron.source !== 'official') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = electron.dist
  const obstacle = sandboxObstacle(electron.dist)
  if (obstacle) {
    say(sandboxWarning(obstacle))
    process.env['SYNOPTIC_TEST_SANDBOX'] = 'off'
  }
  if (!needsDisplay()) return () => undefined
  const { display, stop } = await startXvfb()
  process.env['DISPLAY'] = display
  const letPointerGo = await pointerAside(display)
  return () => {
    letPointerGo()
    stop()
  }
}
