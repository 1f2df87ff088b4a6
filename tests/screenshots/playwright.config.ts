import { defineConfig } from '@playwright/test'

// Each *.shots.ts writes its pictures to docs/images (the working folder is the project's root).
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.shots.ts',
  outputDir: '../../test-results/screenshots',
  timeout: 5 * 60_000,
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: 'list',
  globalSetup: '../e2e/setup.ts',
})
