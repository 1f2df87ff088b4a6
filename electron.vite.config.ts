import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { jsdomInBundle } from './bundling.config'

// The oldest Electron that this must run on (scripts/electron-fallback.mjs) has Node 18.15, Chrome 114 and no ESM in main.
const nodeTarget = 'node18.15'

// Under "type": "module" a plain .js would count as ESM, chunks included. All in one folder, so that __dirname means the same in each.
const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' } as const

// Everything is bundled: some packages are ESM only, and a sandboxed preload can require none.
const bundled = { target: nodeTarget, externalizeDeps: false } as const

// reader.cjs is a process of its own (see src/main/readerHost.ts), corpus.cjs a thread (see src/main/corpus/corpusDesk.ts),
// cli.cjs the command line, run by Node (see scripts/synoptic.mjs).
const mainEntries = { index: 'src/main/index.ts', reader: 'src/main/reader.ts', corpus: 'src/main/corpus/worker.ts', cli: 'src/cli/index.ts' }

// The development server adds inline styles, a nonce for React's refresh preamble and its own web socket; nothing more.
const devPolicy = "default-src 'self'; script-src 'self' 'nonce-dev'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ws://localhost:*"

export default defineConfig(({ command }) => ({
  main: { plugins: [jsdomInBundle], build: { ...bundled, rolldownOptions: { input: mainEntries, output: commonJs } } },
  preload: { build: { ...bundled, rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: commonJs } } },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    // No asset becomes a data: URL, which the content security policy would refuse for fonts.
    build: { target: 'chrome114', minify: true, assetsInlineLimit: 0, rolldownOptions: { input: 'src/renderer/index.html' } },
    ...(command === 'serve' && { html: { cspNonce: 'dev' }, server: { headers: { 'content-security-policy': devPolicy } } }),
  },
}))
