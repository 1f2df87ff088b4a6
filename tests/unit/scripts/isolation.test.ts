import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { attemptsIn, controlEnv, isolationObstacle, judgeTrace, launcher } from '../../../scripts/isolation.mjs'

it('tells attempts to reach a network from what stays on the machine and from its own', () => {
  const trace = [
    '101 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 18',
    '101 connect(17, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 ENETUNREACH',
    '102 connect(5, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X1"}, 20) = 0',
    '102 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 20',
    '102 connect(21, {sa_family=AF_INET, sin_port=htons(4567), sin_addr=inet_addr("127.0.0.1")}, 16 <unfinished ...>',
    '103 connect(22, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::7", &sin6_addr), sin6_scope_id=0}, 28) = -1 ENETUNREACH',
    '104 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 18',
    '',
  ].join('\n')
  expect(attemptsIn(trace)).toEqual({ controls: 2, attempts: [expect.stringContaining('2001:db8::7'), expect.stringContaining('104 socket')] })
})

it('catches an attempt that a process further down makes, and lets that process reach nobody', async ({ skip }) => {
  const obstacle = isolationObstacle()
  if (obstacle !== undefined) return skip(obstacle)
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-trace-'))
  onTestFinished(() => { rmSync(folder, { recursive: true }) })
  const run = async (name: string, code: string): Promise<{ printed: string; failed: number }> => {
    const trace = join(folder, name)
    const [file, ...args] = [...launcher(trace), process.execPath, '-e', code]
    const { stdout } = spawnSync(file, args, { encoding: 'utf8', env: { ...process.env, ...controlEnv } })
    return { printed: stdout.trim(), failed: (await judgeTrace(trace)).failed }
  }
  const knocking = "require('node:child_process').spawnSync(process.execPath, ['-e', `require('node:net').connect(80, '198.51.100.7').on('error', ({ code }) => console.log(code))`], { stdio: 'inherit' })"
  expect(await run('knocking', knocking)).toEqual({ printed: 'ENETUNREACH', failed: 1 })
  expect(readFileSync(join(folder, 'knocking'), 'utf8')).toContain('198.51.100.7')
  expect(await run('quiet', "console.log('nothing')")).toEqual({ printed: 'nothing', failed: 0 })
})
