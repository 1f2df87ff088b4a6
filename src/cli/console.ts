/** Where commands speak: answers on stdout, everything said on the way on stderr. */
export class Console {
  // Short work is done before anybody asks how far it is.
  private last = performance.now()
  private shown = false

  constructor(readonly json: boolean, private readonly quiet: boolean) {}

  /** What the command answers: as JSON on one line where that was asked for, else as lines. */
  answer(data: Readonly<Record<string, unknown>>, lines: readonly string[]): void {
    this.wipe()
    process.stdout.write(this.json ? `${JSON.stringify(data)}\n` : `${lines.join('\n')}\n`)
  }

  say(line: string): void {
    this.wipe()
    if (!this.quiet) process.stderr.write(`${line}\n`)
  }

  fail(exit: number, message: string): void {
    this.wipe()
    if (this.json) process.stdout.write(`${JSON.stringify({ error: message, exit })}\n`)
    process.stderr.write(`${message}\n`)
  }

  /** How far it is: on a terminal a line that is written over, at most ten times a second; elsewhere a line every two seconds. */
  progress(what: string, done: number, total: number): void {
    const now = performance.now()
    const terminal = process.stderr.isTTY
    if (this.quiet || now - this.last < (terminal ? 100 : 2_000)) return
    this.last = now
    const line = `${what}: ${done} of ${total}`
    process.stderr.write(terminal ? `\r\u001b[K${line}` : `${line}\n`)
    this.shown = terminal
  }

  private wipe(): void {
    if (this.shown) process.stderr.write('\r\u001b[K')
    this.shown = false
  }
}
