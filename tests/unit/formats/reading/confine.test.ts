import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'
import { expect, test } from 'vitest'

test('reading a file can neither reach the network, nor write, nor start a program; it can read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'synoptic-confined-'))
  const bundle = mkdtempSync(join(tmpdir(), 'synoptic-confined-bundle-'))
  let reached = 0
  const server = createServer((socket) => { reached += 1; socket.destroy() })
  try {
    await build({
      configFile: false, logLevel: 'silent', ssr: { noExternal: true },
      build: { ssr: fileURLToPath(new URL('../../../faults/confined.ts', import.meta.url)), outDir: bundle, rollupOptions: { output: { entryFileNames: 'confined.mjs' } } },
    })
    writeFileSync(join(folder, 'there'), 'as it was')
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { stdout } = await promisify(execFile)(process.execPath, [join(bundle, 'confined.mjs'), folder, '127.0.0.1', String(port)])
    const { allowed, tried, read } = JSON.parse(stdout) as { allowed: string[]; tried: number; read: string[] }
    expect(allowed).toEqual([])
    expect(tried).toBeGreaterThan(30)
    expect(read).toEqual(['as it was', 'as it was', 'there'])
    expect([reached, readdirSync(folder), readFileSync(join(folder, 'there'), 'utf8')]).toEqual([0, ['there'], 'as it was'])
  } finally {
    server.close()
    for (const one of [folder, bundle]) rmSync(one, { recursive: true, force: true })
  }
}, 60_000)
