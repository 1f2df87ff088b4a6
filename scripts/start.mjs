// npm start [-- <project folder>]: sets everything up and opens the window.
// npm run dev [-- <project folder>]: the same with electron-vite's server, which reloads what is being edited.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { needsDisplay, startXvfb } from './display.mjs'
import { ensureElectron } from './electron-runtime.mjs'
import { main, root, say, tool } from './project.mjs'
import { sandboxObstacle, sandboxWarning } from './sandbox.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

// npm runs scripts in the project's folder and keeps the caller's here.
const callersFolder = process.env.INIT_CWD ?? process.cwd()

/**
 * Runs to the end of the application and passes on a request to stop, once: npm and the terminal both send it, and
 * Chromium takes a second one as an order to die at once, unsaved work or not.
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
function run(command, args, env) {
  // In a process group of its own the application hears of Ctrl+C from here alone.
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit', detached: process.platform !== 'win32' })
  let stopping = 0
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // The second of a pair comes at once; a later one means it: the application may be waiting for an answer.
      if (stopping > 0 && Date.now() - stopping < 2_000) return
      child.kill(stopping > 0 ? 'SIGKILL' : signal)
      stopping = Date.now()
    })
  }
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(stopping > 0 ? 0 : code ?? 1))
  })
}

await main(async () => {
  const dev = process.argv[2] === '--dev'
  const args = process.argv.slice(dev ? 3 : 2).map((arg) => (arg.startsWith('-') ? arg : resolve(callersFolder, arg)))
  ensureDependencies()
  const electron = await ensureElectron()
  ensureSystemLibraries(electron.path)
  if (!dev) ensureBuild(electron.path)

  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ELECTRON_EXEC_PATH: electron.path }
  delete env.ELECTRON_RUN_AS_NODE // set inside editors that are Electron themselves
  const obstacle = sandboxObstacle(electron.dist)
  if (obstacle) say(sandboxWarning(obstacle))
  const flags = obstacle ? ['--no-sandbox'] : []
  const screen = needsDisplay() ? await startXvfb() : undefined
  if (screen) {
    env.DISPLAY = screen.display
    say(`No display here: the window opens, unseen, on the virtual display ${screen.display}. Ctrl+C stops it.`)
  }
  process.exitCode = dev
    ? await run(process.execPath, [tool('electron-vite'), 'dev', '--watch', '--', ...flags, ...args], env)
    : await run(electron.path, [root, ...flags, ...args], env)
  screen?.stop()
})
