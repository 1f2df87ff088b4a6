import { existsSync, readdirSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'

const node: TestProjectConfiguration = { extends: true, test: { name: 'node', environment: 'node', include: ['tests/unit/**/*.test.ts'] } }

const component: TestProjectConfiguration = {
  extends: true,
  plugins: [react()],
  test: { name: 'component', environment: 'jsdom', include: ['tests/component/**/*.test.tsx'], setupFiles: ['tests/component/setup.ts'] },
}

const hasComponents = existsSync('tests/component') && readdirSync('tests/component', { recursive: true }).some((file) => String(file).endsWith('.test.tsx'))

export default defineConfig({
  test: {
    // Generous, as the checks run beside the tests on every processor there is.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: hasComponents ? [node, component] : [node],
  },
})
