#!/usr/bin/env node
// npm run synoptic -- <command>: Synoptic without a window. Needs no display and no Electron.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { main, root } from './project.mjs'

await main(async () => {
  // What is said on the way must not mix with what the command answers.
  console.log = console.error
  ensureDependencies()
  // The build only wants to know that there is an Electron, not which.
  ensureBuild(process.env.ELECTRON_EXEC_PATH ?? 'none')
  // npm runs scripts in the project's folder and keeps the caller's here.
  const child = spawn(process.execPath, [join(root, 'out/main/cli.cjs'), ...process.argv.slice(2)], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() })
  // The command itself ends its work and answers; both get the signal when they share a terminal.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => { if (signal === 'SIGTERM') child.kill(signal) })
  process.exitCode = await new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 1))
  })
})
