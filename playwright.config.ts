import { defineConfig } from '@playwright/test'

const ci = Boolean(process.env['CI'])

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 30_000,
  expect: { timeout: 5_000 },
  fullyParallel: true,
  forbidOnly: ci,
  // A second try also records a trace (tests/e2e/fixtures.ts); what needed it is reported as flaky.
  retries: ci ? 1 : 0,
  workers: 2,
  globalSetup: './tests/e2e/setup.ts',
})
