// The suites of `npm test` and `npm run check`: what each one runs and how its result is counted.
import { join } from 'node:path'
import { controlEnv, launcher } from './isolation.mjs'
import { root, tool } from './project.mjs'
import { tallyCampaigns, tallyPlaywright, tallyVitest } from './tally.mjs'

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string[][]} commands scripts with their arguments, run by Node one after the other
 * @property {(report: any) => import('./tally.mjs').Tally} [count] for a runner that writes a JSON report; without it the suite counts as one
 * @property {string} [report] the file of that report
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string[]} [launcher] what Node is started by, with its arguments
 * @property {number} minutes after which it is stopped, as failed
 */

/**
 * All that needs no window; the longest first, as they run side by side.
 * @param {string} folder for reports
 * @param {{ slow: boolean }} how whether with the unit tests that take their time, `*.slow.test.ts`
 * @returns {Suite[]}
 */
export function suitesWithoutWindow(folder, { slow }) {
  const report = join(folder, 'unit.json')
  const which = slow ? [] : ['--exclude', '**/*.slow.test.ts']
  return [
    { name: 'unit', commands: [[tool('vitest'), 'run', ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]], count: tallyVitest, report, minutes: 15 },
    { name: 'types', commands: [[tool('typescript', 'tsc'), '-b', '.', 'scripts']], minutes: 5 },
    { name: 'lint', commands: [[tool('oxlint'), '--type-aware', '--deny-warnings', '.']], minutes: 5 },
    { name: 'layers', commands: [[tool('dependency-cruiser', 'depcruise'), 'src'], [tool('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.bundle.cjs', 'src']], minutes: 5 },
    { name: 'unused', commands: [[tool('knip'), '--no-config-hints']], minutes: 5 },
  ]
}

/**
 * The end-to-end tests in real Electron.
 * @param {string} folder for reports
 * @param {string} [trace] the file that gets every attempt to reach a network, while there is none; undefined to run them as anything else
 * @returns {Suite}
 */
export function windowSuite(folder, trace) {
  const report = join(folder, 'e2e.json')
  return {
    name: 'e2e', commands: [[tool('@playwright/test', 'playwright'), 'test', '--reporter=list,json']],
    count: tallyPlaywright, report, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(trace && controlEnv) }, minutes: 60, ...(trace && { launcher: launcher(trace) }),
  }
}

/**
 * The quick part of the campaigns that try to make Synoptic lose work.
 * @param {string} folder for reports @returns {Suite}
 */
export function faultsSuite(folder) {
  const report = join(folder, 'faults.json')
  return { name: 'faults', commands: [[join(root, 'scripts/faults.mjs'), '--quick', `--report=${report}`]], count: tallyCampaigns, report, minutes: 10 }
}
