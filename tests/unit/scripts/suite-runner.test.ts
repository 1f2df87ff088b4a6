import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { root } from '../../../scripts/project.mjs'

const folder = mkdtempSync(join(tmpdir(), 'synoptic-runner-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const good = ['-e', 'console.log("all well")']
const bad = ['-e', 'console.error("all wrong"); process.exit(3)']

/** A script of its own, as the runner writes to its process's output and sets its exit code. */
function run(suites: readonly object[]): { status: number | null; lines: string[] } {
  const script = join(folder, 'run.mjs')
  writeFileSync(script, `
    import { close, runAlone, runTogether } from ${JSON.stringify(pathToFileURL(join(root, 'scripts/suite-runner.mjs')).href)}
    const [alone, ...others] = ${JSON.stringify(suites)}.map((suite) => ({ minutes: 0.1, count: suite.report && ((tally) => tally), ...suite }))
    await close(async () => [...await runTogether(others), await runAlone(alone)])
  `)
  const { status, stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  return { status, lines: stdout.trimEnd().split('\n') }
}

test('checks count as one each; the last line says so alone', () => {
  const { status, lines } = run([{ name: 'first', commands: [good] }, { name: 'second', commands: [good, good] }])
  expect(status).toBe(0)
  expect(lines.at(-1)).toBe('2 passed, 0 failed')
  expect(lines.filter((line) => line === 'all well')).toHaveLength(3)
})

test('a failing suite stops no other one, and fails the run', () => {
  const { status, lines } = run([{ name: 'first', commands: [good] }, { name: 'second', commands: [bad, good] }, { name: 'third', commands: [good] }])
  expect(status).toBe(1)
  expect(lines.at(-1)).toBe('2 passed, 1 failed')
  expect(lines).toContain('all wrong')
})

test('a report gives the numbers; a suite that hangs or leaves no report has failed', () => {
  const report = join(folder, 'report.json')
  writeFileSync(report, JSON.stringify({ passed: 7, failed: 0, skipped: 1 }))
  const hanging = { name: 'hanging', commands: [['-e', 'setInterval(() => {}, 1000)']], minutes: 0.01 }
  const { status, lines } = run([{ name: 'counted', commands: [good], report }, hanging, { name: 'silent', commands: [good], report: join(folder, 'none.json') }])
  expect(status).toBe(1)
  expect(lines.at(-1)).toBe('7 passed, 2 failed, 1 skipped')
})
