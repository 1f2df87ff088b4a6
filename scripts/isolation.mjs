// Runs a suite where there is no network, and keeps a record of every attempt to reach one.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { tallyCheck } from './tally.mjs'

/** For documentation only (RFC 5737): nobody is there. The positive control knocks on it, so that a record without it proves nothing. */
const NOBODY = '192.0.2.1'
const CONTROL = `require('node:net').connect(9, '${NOBODY}').on('error', () => {}); require('node:dgram').createSocket('udp4').on('error', () => {}).send('x', 9, '${NOBODY}', function () { this.close() })`

/** Namespaces of its own; where that needs no root, as whoever one is. */
const apart = () => (process.getuid?.() === 0 ? ['unshare', '-n'] : ['unshare', '--map-current-user', '--keep-caps', '-n'])

/**
 * What to put before a Node command so that it runs with the loopback interface alone, all sockets and connections written to a file.
 * @param {string} trace the file @returns {string[]}
 */
export function launcher(trace) {
  const traced = `strace -D -f --seccomp-bpf -qq -e trace=socket,connect -e signal=none -o "$0"`
  // Tests and the windows they drive talk to each other over the loopback interface.
  return [...apart(), 'sh', '-c', `ip link set lo up && exec ${traced} sh -c '"$0" -e "$CONTROL"; exec "$0" "$@"' "$@"`, trace]
}

export const controlEnv = { CONTROL }

/** Why that can't be done here, as a phrase; undefined where it can. @returns {string | undefined} */
export function isolationObstacle() {
  if (process.platform !== 'linux') return 'only Linux has the means'
  for (const tool of ['unshare', 'strace', 'ip']) if (spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0) return `${tool} is not installed`
  const [file, ...args] = [...apart(), 'sh', '-c', 'ip link set lo up && exec strace -D -f --seccomp-bpf -qq -e trace=socket -o /dev/null true']
  return spawnSync(file, args, { stdio: 'ignore' }).status === 0 ? undefined : 'this system permits no namespaces or no tracing'
}

/**
 * What a trace says of attempts to reach a network: connections to anywhere but this machine, and sockets for datagrams, which need no connection.
 * @param {string} trace lines as strace writes them
 * @returns {{ controls: number, attempts: string[] }} the control's own, and all others
 */
export function attemptsIn(trace) {
  const tries = trace.split('\n').flatMap((line) => {
    const address = /connect\(\d+, \{sa_family=AF_INET6?,.*?"([^"]+)"/.exec(line)?.[1]
    const elsewhere = address !== undefined && !isLoopback(address)
    return elsewhere || /socket\(AF_INET6?, SOCK_DGRAM/.test(line) ? [{ line: line.trim(), process: line.slice(0, line.indexOf(' ')), address }] : []
  })
  const controllers = new Set(tries.filter(({ address }) => address === NOBODY).map(({ process }) => process))
  return { controls: tries.filter(({ process }) => controllers.has(process)).length, attempts: tries.filter(({ process }) => !controllers.has(process)).map(({ line }) => line) }
}

/** @param {string} address */
const isLoopback = (address) => address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.')

/**
 * Judges the record of a suite.
 * @param {string} trace the file @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function judgeTrace(trace) {
  // The tracer writes its last lines when the last process it follows has ended.
  for (let waited = 0; waited < 20 && !(existsSync(trace) && readFileSync(trace, 'utf8').endsWith('\n')); waited += 1) await sleep(100)
  const { controls, attempts } = attemptsIn(existsSync(trace) ? readFileSync(trace, 'utf8') : '')
  if (controls === 0) console.log('The record lacks the attempts that were made on purpose, so it proves nothing.')
  for (const line of attempts.slice(0, 50)) console.log(line)
  console.log(`Attempts to reach a network, besides ${controls} made on purpose: ${attempts.length}.`)
  return tallyCheck(controls > 0 && attempts.length === 0)
}
