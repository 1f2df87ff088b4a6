import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** In bytes; a few thousand entries. */
const LARGEST = 200_000
/** Files there are at most, the one that is written included. */
const FILES = 4

/**
 * Lines in a folder of this machine, the oldest of which go when there are too many. Written at once and while the program
 * waits, because the last line before it ends is the one that counts. Nothing here fails: a log that can't be written is no
 * reason to disturb anybody.
 */
export class LogFile {
  #size: number

  constructor(private readonly folder: string) {
    quietly(() => mkdirSync(folder, { recursive: true, mode: 0o700 }))
    this.#size = quietly(() => statSync(this.#path(0)).size) ?? 0
  }

  /** @returns whether it is written */
  append(line: string): boolean {
    const bytes = Buffer.from(`${line}\n`)
    if (this.#size + bytes.length > LARGEST) this.#turn()
    this.#size += bytes.length
    return quietly(() => {
      appendFileSync(this.#path(0), bytes, { mode: 0o600 })
      return true
    }) ?? false
  }

  /** All lines there are, the oldest first. */
  lines(): readonly string[] {
    const texts = Array.from({ length: FILES }, (_, n) => quietly(() => readFileSync(this.#path(FILES - 1 - n), 'utf8')) ?? '')
    return texts.flatMap((text) => text.split('\n')).filter((line) => line !== '')
  }

  #turn(): void {
    quietly(() => { rmSync(this.#path(FILES - 1), { force: true }) })
    for (let n = FILES - 2; n >= 0; n -= 1) quietly(() => { renameSync(this.#path(n), this.#path(n + 1)) })
    this.#size = 0
  }

  #path(age: number): string {
    return join(this.folder, age === 0 ? 'synoptic.log' : `synoptic.${age}.log`)
  }
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
