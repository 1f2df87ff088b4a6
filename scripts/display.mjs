// A display for Linux sessions that have none: starts Xvfb on a free number and stops it again.
import { spawn } from 'node:child_process'

export const needsDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

// Roomy enough for the largest window that a test or a screenshot asks for.
const screen = '1920x1200x24'

/** @returns {Promise<{ display: string, stop: () => void }>} */
export function startXvfb() {
  return new Promise((resolve, reject) => {
    // -displayfd: the server picks a free number and writes it once it accepts connections.
    // Detached: Ctrl+C in the terminal must reach the application first, while it still has a display.
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
    const errors = /** @type {import('node:net').Socket} */ (server.stderr)
    const numbers = /** @type {import('node:net').Socket} */ (server.stdio[3])
    let complaint = '', number = ''
    errors.on('data', (chunk) => { complaint += chunk })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended (${code}): ${complaint.trim()}`)))
    numbers.on('data', (chunk) => {
      number += chunk
      if (!number.includes('\n')) return
      const stop = () => { server.kill() }
      process.once('exit', stop)
      server.unref()
      errors.unref()
      numbers.unref()
      resolve({ display: `:${number.trim()}`, stop })
    })
  })
}
