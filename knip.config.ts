import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  // The preload script and the window's page are known from electron.vite.config.ts.
  entry: [
    'src/main/{index,reader,corpus/worker}.ts',
    'src/cli/index.ts',
    'scripts/*.{mjs,cjs}',
    'tests/{bench,screenshots}/playwright.config.ts',
    'tests/**/*.{test,spec,bench,shots}.{ts,tsx}',
    // Loaded by scripts/faults.mjs, and the processes that its campaigns start.
    'tests/faults/{run,programs/*}.ts',
    '.dependency-cruiser.*.cjs',
  ],
  // What lies in public/ is served as it is; index.html names it.
  project: ['src/**/*.{ts,tsx,css}', '!src/renderer/public/**', 'scripts/**/*.{mjs,cjs}', 'tests/**/*.{ts,tsx}'],
  // Fonts are imported by style sheets.
  compilers: { css: (text: string) => [...text.matchAll(/^@(import '[^']+')/gm)].map(([, line]) => line).join('\n') },
  // A type used in its own file is part of the shape of another one.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Parts of the system, not of a package.
  ignoreBinaries: ['Rscript', 'Xvfb', 'apt-cache', 'apt-get', 'ldd', 'ip', 'mkfifo', 'mount', 'pspp', 'soffice', 'strace', 'umount', 'unshare'],
  // Run by scripts/suites.mjs, or read as a file by a test, not imported.
  ignoreDependencies: ['@davisvaughan/tree-sitter-r', 'dependency-cruiser', 'oxlint', 'oxlint-tsgolint'],
}

export default config
