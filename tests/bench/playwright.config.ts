import { defineConfig } from '@playwright/test'

// One at a time and unhurried: a measurement next to another one measures both.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.bench.ts',
  outputDir: '../../test-results/bench',
  timeout: 30 * 60_000,
  expect: { timeout: 60_000 },
  workers: 1,
  reporter: 'list',
  globalSetup: '../e2e/setup.ts',
})
