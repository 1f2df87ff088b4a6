import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // What a person sees is tested in the real application, by tests/e2e.
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // Generous, as the checks run beside the tests on every processor there is.
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
