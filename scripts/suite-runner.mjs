// Runs suites, shows their output and closes with one line over all of them.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { readJson, root } from './project.mjs'
import { closingLine, judge, tallyCheck, total } from './tally.mjs'

/** @typedef {import('./suites.mjs').Suite} Suite */
/** @typedef {{ name: string, tally: import('./tally.mjs').Tally, seconds: number }} Result */

/** @param {string} name */
const heading = (name) => `\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}\n`

/**
 * @param {string[]} command @param {Suite} suite @param {((chunk: Buffer) => void) | undefined} collect where output goes; without it straight to ours
 * @returns {Promise<boolean>} whether it ended well
 */
function run(command, suite, collect) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const [file = '', ...args] = [...(suite.launcher ?? []), process.execPath, ...command]
  const child = spawn(file, args, {
    cwd: root, env: { ...process.env, ...colour, ...suite.env }, stdio: ['ignore', collect ? 'pipe' : 'inherit', collect ? 'pipe' : 'inherit'],
    timeout: suite.minutes * 60_000, killSignal: 'SIGKILL',
  })
  if (collect) {
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
  }
  return new Promise((done) => {
    child.once('error', (error) => { console.log(String(error)); done(false) })
    child.once('close', (code) => done(code === 0))
  })
}

/**
 * @param {Suite} suite @param {boolean} live shows output as it comes; otherwise in one piece at the end
 * @returns {Promise<Result>}
 */
async function runSuite(suite, live) {
  const began = Date.now()
  /** @type {Buffer[]} */
  const output = []
  if (live) process.stdout.write(heading(suite.name))
  let well = true
  for (const command of suite.commands) well = await run(command, suite, live ? undefined : (chunk) => { output.push(chunk) }) && well
  if (!live) process.stdout.write(heading(suite.name) + Buffer.concat(output).toString())
  const counted = suite.count && suite.report && existsSync(suite.report) ? suite.count(readJson(suite.report)) : undefined
  return { name: suite.name, tally: suite.count ? judge(counted, well) : tallyCheck(well), seconds: (Date.now() - began) / 1000 }
}

/**
 * Side by side, as many at a time as there are processors.
 * @param {Suite[]} suites @returns {Promise<Result[]>}
 */
export async function runTogether(suites) {
  const waiting = [...suites]
  /** @type {Result[]} */
  const results = []
  const worker = async () => {
    for (let suite = waiting.shift(); suite; suite = waiting.shift()) results.push(await runSuite(suite, false))
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), suites.length) }, worker))
  return results
}

/** @param {Suite} suite */
export const runAlone = (suite) => runSuite(suite, true)

/**
 * What is found in what other suites left behind.
 * @param {string} name @param {() => Promise<import('./tally.mjs').Tally>} judge @returns {Promise<Result>}
 */
export async function lookOver(name, judge) {
  process.stdout.write(heading(name))
  return { name, tally: await judge(), seconds: 0 }
}

/**
 * Runs the body with a folder for reports, then prints the results and sets the exit code.
 * @param {(folder: string) => Promise<Result[]>} body
 */
export async function close(body) {
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-reports-'))
  try {
    const results = await body(folder)
    process.stdout.write(heading('all'))
    for (const { name, tally, seconds } of results) console.log(`${tally.failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${closingLine(tally)} (${seconds.toFixed(1)} s)`)
    const sum = total(results.map(({ tally }) => tally))
    console.log(`\n${closingLine(sum)}`)
    if (sum.failed > 0) process.exitCode = 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
