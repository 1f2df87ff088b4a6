import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that nothing of the application may ever reach. */
export interface Canary {
  /** Its address, without a slash at the end. */
  readonly address: string
  /** What it was asked for. */
  readonly reached: ReadonlySet<string>
  readonly close: () => Promise<void>
}

export async function startCanary(): Promise<Canary> {
  const reached = new Set<string>()
  const server = createServer(({ url = '' }, answer) => {
    reached.add(url)
    answer.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`, reached,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
