import { expect, test } from 'vitest'
import { typedDate } from '../../../src/domain/project/typedDate'

test.each([
  ['', ''], [' 2024-03-12 ', '2024-03-12'], ['2024-03', '2024-03'], ['2024', '2024'], ['13 September 2023', '2023-09-13'], ['Sept. 18, 2023', '2023-09-18'], ['5. Juli 2019', '2019-07-05'],
  ['13/9/2023', '2023-09-13'], ['9/13/2023', '2023-09-13'], ['4.4.2024', '2024-04-04'], ['2024/03/12', '2024-03-12'],
])('%j is %j', (typed, date) => {
  expect(typedDate(typed)).toBe(date)
})

test.each(['03/04/2024', '31.4.2024', '2024-13', 'soon', '12', '2023-02-30 or so'])('%j is no date, or may be two', (typed) => {
  expect(typedDate(typed)).toBeNull()
})
