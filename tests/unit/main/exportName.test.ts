import { describe, expect, it } from 'vitest'
import { shapes } from '../../../src/domain/exporting/kinds'
import { exporters } from '../../../src/formats/export/exporters'
import { exportName } from '../../../src/main/exportName'

describe('the name that is proposed for an export', () => {
  it.each([
    [{ shape: 'annotations', format: 'csv' }, 'csv', 'Study annotations.csv'],
    [{ shape: 'articles', format: 'xlsx' }, 'xlsx', 'Study articles.xlsx'],
    [{ shape: 'project', format: 'w3c' }, 'json', 'Study web annotations.json'],
  ] as const)('%o', (order, extension, name) => {
    expect(exportName('Study', order, extension)).toBe(name)
  })

  it('is another for whatever differs in shape or format', () => {
    const names = shapes.flatMap((shape) => exporters.filter((one) => one.shapes.includes(shape)).map(({ id, extension }) => exportName('Study', { shape, format: id }, extension)))
    expect(names.length).toBeGreaterThan(40)
    expect(new Set(names).size).toBe(names.length)
  })
})
