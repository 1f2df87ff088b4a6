import { z } from 'zod'
import { DATE } from './dates'
import { LONGEST_LINE, LONGEST_MEMO } from './limits'

// Schemas only describe data; the generated fast path needs eval, which the window's policy forbids.
z.config({ jitless: true })

/** Ids become file names, so they hold nothing a file system or a path could trip over. */
export const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'is not an id (letters, digits, - and _, at most 64)')

/** UTC time as ISO 8601, e.g. `2026-03-01T09:30:00.000Z`. */
export const timeSchema = z.iso.datetime('is not a UTC time')

export const dateSchema = z.string().regex(DATE, 'is not a date (year, year-month or year-month-day)')

/** SHA-256 as 64 hexadecimal digits. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256')

export const countSchema = z.int('must be a whole number').min(0, 'must not be negative')

/** A name or line that somebody typed or a source gave; any characters, but not a novel. */
export const lineSchema = z.string().max(LONGEST_LINE, 'is longer than 10,000 characters')

/** What somebody wrote down for themselves and their team: as long as a chapter, at most. */
export const memoSchema = z.string().max(LONGEST_MEMO, 'is longer than 100,000 characters')
