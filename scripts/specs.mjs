// Runs a folder of Playwright specs outside the tests: benchmarks and screenshots. They get the same Electron as the tests.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies } from './dependencies.mjs'
import { main, root, say, tool } from './project.mjs'

/** @param {{ folder: string, ending: string, what: string }} specs; `what` names them in the plural */
export const runSpecs = ({ folder, ending, what }) => main(async () => {
  const place = join(root, folder)
  if (!existsSync(place) || !readdirSync(place, { recursive: true }).some((file) => String(file).endsWith(ending))) {
    say(`There are no ${what} yet: ${folder} holds no *${ending} file.`)
    return
  }
  ensureDependencies()
  const { status } = spawnSync(process.execPath, [tool('@playwright/test', 'playwright'), 'test', '--config', join(folder, 'playwright.config.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
  process.exitCode = status ?? 1
})
