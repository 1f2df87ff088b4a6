// Counts what the runners report, and words the closing line.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport */

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} PlaywrightReport */

/**
 * A file that fails outside its tests (it does not load, a hook throws) counts as one failure.
 * @param {VitestReport} report @returns {Tally}
 */
export function tallyVitest(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'))
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped: report.numPendingTests + report.numTodoTests }
}

/**
 * A test that passed when tried again has passed; Playwright's own report names it as flaky.
 * @param {PlaywrightReport} report @returns {Tally}
 */
export function tallyPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
}

/**
 * A campaign (tests/faults) that lost anything has failed, however much survived.
 * @param {{ lost: number, skipped?: string }[]} report @returns {Tally}
 */
export function tallyCampaigns(report) {
  const skipped = report.filter((one) => one.skipped !== undefined).length
  const failed = report.filter(({ lost }) => lost > 0).length
  return { passed: report.length - skipped - failed, failed, skipped }
}

/** A check has no tests: it passes or fails as one. @param {boolean} passed @returns {Tally} */
export const tallyCheck = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })

/**
 * What a runner's report is worth, given how the runner ended: one that ends badly without a failed test, leaves no
 * report, or ran nothing at all has failed.
 * @param {Tally | undefined} counted @param {boolean} endedWell @returns {Tally}
 */
export function judge(counted, endedWell) {
  const tally = counted ?? { passed: 0, failed: 0, skipped: 0 }
  const suspicious = !endedWell || tally.passed === 0
  return suspicious && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

/** @param {Tally[]} tallies @returns {Tally} */
export function total(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of tallies) {
    sum.passed += passed
    sum.failed += failed
    sum.skipped += skipped
  }
  return sum
}

/** @param {Tally} tally */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
