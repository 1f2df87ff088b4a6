/** A time of another program, such as `2021-02-24T20:08:15.071659+00:00`, as UTC ISO 8601; empty where it is none. */
export function rawTime(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return ''
  const time = new Date(value)
  return Number.isNaN(time.getTime()) ? '' : time.toISOString()
}
