/** How dates are written here. */
export const dateForm = '2023-09-13, 2023-09 or 2023'

/** True for a day, month or year as the project keeps them, and for nothing at all (unknown). */
export const isDate = (text: string): boolean => /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/.test(text)
