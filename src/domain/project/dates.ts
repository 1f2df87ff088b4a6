/** A day, month or year as a project keeps it: `2023-09-13`, `2023-09`, `2023`, or empty when unknown. */
export const DATE = /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/

export const isDate = (text: string): boolean => DATE.test(text)

/** How to write one, for people. */
export const dateForm = '2023-09-13, 2023-09 or 2023'
