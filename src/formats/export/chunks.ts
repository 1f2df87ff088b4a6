/** Size of the chunks exporters yield, in UTF-16 units: large enough to write fast, small enough not to stall, nor to be kept in memory for long. */
export const CHUNK = 64 * 1024

/** Joins pieces to chunks of at least `CHUNK`; pieces stay whole. */
export async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string, void> {
  let chunk = ''
  for await (const piece of pieces) {
    chunk += piece
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}
