import { sha256 } from '../../../src/storage/disk'

/** Whole numbers from 0 to below `limit`, always the same ones for a seed. */
export function chance(seed: number): (limit: number) => number {
  let drawn = 0
  return (limit) => Number.parseInt(sha256(`${seed} ${drawn += 1}`).slice(0, 8), 16) % limit
}
