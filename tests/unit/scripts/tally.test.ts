import { describe, expect, test } from 'vitest'
import { closingLine, judge, tallyCampaigns, tallyPlaywright, tallyVitest, total } from '../../../scripts/tally.mjs'

describe('what the runners report', () => {
  test('a test file that does not load is one failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ]
    expect(tallyVitest({ numPassedTests: 2, numFailedTests: 1, numPendingTests: 3, numTodoTests: 1, testResults })).toEqual({ passed: 2, failed: 2, skipped: 4 })
  })

  test('a failed set-up is one failure, a flaky test has passed', () => {
    expect(tallyPlaywright({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }, errors: [{}] })).toEqual({ passed: 7, failed: 2, skipped: 3 })
  })

  test('a campaign that lost a single time has failed, one that is not possible here counts as skipped', () => {
    expect(tallyCampaigns([{ lost: 0 }, { lost: 1 }, { lost: 0, skipped: 'no tmpfs' }, { lost: 0 }])).toEqual({ passed: 2, failed: 1, skipped: 1 })
  })
})

describe('what a report is worth', () => {
  const none = { passed: 0, failed: 0, skipped: 0 }

  test.each([
    ['a good run', { passed: 3, failed: 0, skipped: 1 }, true, { passed: 3, failed: 0, skipped: 1 }],
    ['failures keep their number', { passed: 3, failed: 2, skipped: 0 }, false, { passed: 3, failed: 2, skipped: 0 }],
    ['a crash after tests that passed', { passed: 3, failed: 0, skipped: 0 }, false, { passed: 3, failed: 1, skipped: 0 }],
    ['no report', undefined, true, { passed: 0, failed: 1, skipped: 0 }],
    ['no test', none, true, { passed: 0, failed: 1, skipped: 0 }],
    ['everything skipped', { passed: 0, failed: 0, skipped: 4 }, true, { passed: 0, failed: 1, skipped: 4 }],
  ])('%s', (_name, counted, endedWell, worth) => {
    expect(judge(counted, endedWell)).toEqual(worth)
  })
})

test('the closing line names skipped tests only where there are some', () => {
  const sum = total([{ passed: 1, failed: 0, skipped: 0 }, { passed: 20, failed: 1, skipped: 0 }])
  expect(closingLine(sum)).toBe('21 passed, 1 failed')
  expect(closingLine({ ...sum, skipped: 2 })).toBe('21 passed, 1 failed, 2 skipped')
})
