import { defineConfig } from '@playwright/test'

const ci = Boolean(process.env['CI'])

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Generous, as on a small machine the checks of other suites may run at the same time.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  forbidOnly: ci,
  // A second try also records a trace (tests/e2e/fixtures.ts); what needed it is reported as flaky.
  retries: ci ? 1 : 0,
  workers: 2,
  globalSetup: './tests/e2e/setup.ts',
})
