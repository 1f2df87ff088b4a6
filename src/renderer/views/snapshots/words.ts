import type { SnapshotReason } from '../../../domain/snapshots/snapshot'

/** Why a snapshot was taken, as it reads beside its time. */
export const reasonWords: Readonly<Record<SnapshotReason, string>> = {
  opened: 'After opening',
  working: 'While working',
  closing: 'On closing',
  'before-going-back': 'Before going back',
  'before-mending': 'Before a damaged file was mended',
  'before-updating': 'Before an update of the project’s format',
}

const DAY = 86_400_000

/**
 * The day of a moment as one speaks of it.
 * @param time,now UTC, ISO 8601
 */
export function dayWords(time: string, now: string): string {
  const [then, today] = [new Date(time), new Date(now)]
  const days = Math.round((midnight(today) - midnight(then)) / DAY)
  if (days === 0) return 'Today'
  if (days === 1) return 'Yesterday'
  const weekday = days > 1 && days < 7 ? { weekday: 'long' as const } : {}
  return then.toLocaleDateString('en-GB', { ...weekday, day: 'numeric', month: 'long', ...(then.getFullYear() !== today.getFullYear() && { year: 'numeric' as const }) })
}

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

/** @param time UTC, ISO 8601 */
export const clockWords = (time: string): string => new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

export const counted = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** @param bytes as the disk counts them */
export function roomWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000).toLocaleString('en')}\u00a0kB`
  return bytes < 1_000_000_000 ? `${Math.round(bytes / 1_000_000)}\u00a0MB` : `${(bytes / 1_000_000_000).toFixed(1)}\u00a0GB`
}
