import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

const WARP_POINTER = 41
const GET_INPUT_FOCUS = 43

/**
 * Puts the pointer of a display of our own into its corner, off every window. Left in the middle it would be reported to
 * a window whenever another one comes or goes, as a movement without a button: in the midst of a test's drag that ends it.
 * Speaks X11 itself, because no tool for it can be counted on.
 * @param display such as `:99`
 * @returns what ends the connection; while it is open the display is not reset, which would bring the pointer back
 */
export async function pointerAside(display: string): Promise<() => void> {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`)
  await once(socket, 'connect')
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  const greeting = await read(socket, (bytes) => bytes.length >= 8 && bytes.length >= 8 + 4 * bytes.readUInt16LE(6))
  if (greeting[0] !== 1) throw new Error(`The display ${display} takes no connection.`)
  const request = Buffer.alloc(28)
  request.writeUInt8(WARP_POINTER, 0)
  request.writeUInt16LE(6, 2)
  request.writeUInt32LE(rootWindow(greeting), 8)
  // To 0, 0, which all further bytes are. Then something that is answered, so as to know that it is done.
  request.writeUInt8(GET_INPUT_FOCUS, 24)
  request.writeUInt16LE(1, 26)
  socket.write(request)
  await read(socket, (bytes) => bytes.length >= 32)
  socket.unref()
  return () => { socket.destroy() }
}

/** The first screen's, which stands behind the vendor's name and the formats of pictures. */
function rootWindow(greeting: Buffer): number {
  const vendor = greeting.readUInt16LE(24)
  const formats = greeting.readUInt8(29)
  return greeting.readUInt32LE(40 + 4 * Math.ceil(vendor / 4) + 8 * formats)
}

async function read(socket: Socket, isWhole: (bytes: Buffer) => boolean): Promise<Buffer> {
  let bytes = Buffer.alloc(0)
  while (!isWhole(bytes)) {
    const [more] = (await once(socket, 'data')) as [Buffer]
    bytes = Buffer.concat([bytes, more])
  }
  return bytes
}
