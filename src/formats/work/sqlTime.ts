const WRITTEN = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?(?:Z|\+00:?00)?$/

/** A time as databases have it, such as `2024-03-01 10:11:12.123456`, as UTC ISO 8601; empty when it is none. It is taken for UTC, as nothing says otherwise. */
export function sqlTime(written: string): string {
  const [, day, time, fraction = '0'] = WRITTEN.exec(written.trim()) ?? []
  if (day === undefined || time === undefined) return ''
  const at = new Date(`${day}T${time}.${fraction.padEnd(3, '0')}Z`)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString()
}
