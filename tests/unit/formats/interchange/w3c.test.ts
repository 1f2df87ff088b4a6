import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Validator, type Schema } from 'jsonschema'
import { expect, test } from 'vitest'
import { w3c } from '../../../../src/formats/w3c/exporter'
import { codedProject } from '../../../fixtures/codedProjects'
import { exported, sourceOf } from '../../../fixtures/projects'

/** The schemas of the W3C's own test suite, beside the repository. */
const SCHEMAS = '../shared/samples/D_w3c/tests'

interface Collection {
  readonly '@context': readonly unknown[]
  readonly total: number
  readonly first: { readonly items: readonly { readonly target: unknown; readonly body: readonly { readonly purpose: string; readonly value: string }[] }[] }
}

const ofAnnotations = [
  'annotations.json#/definitions/annotationTypeValueFound', 'annotations.json#/definitions/motivationRecognizedIfPresent', 'id.json#/definitions/idValueFound',
  'otherProperties.json#/definitions/createdValidIfPresent',
  'otherProperties.json#/definitions/modifiedValidIfPresent', 'otherProperties.json#/definitions/creatorValidIfPresent', '4.2.4-textQuoteSelectorValid.json',
]
const ofPassages = ['4.2.4-textQuoteSelector.json', '4.2.5-textPositionSelector.json']
const ofBodies = ['bodyTarget.json#/definitions/bodyResourcesFound', 'bodyTarget.json#/definitions/optionalBodyPropertiesMust']
const ofTargets = ['bodyTarget.json#/definitions/targetResourcesFound']
const ofCollections = ['annotationCollectionTypeValueFound', 'labelFound', 'totalFound', 'firstRequiredIfTotalMoreThanZero', 'firstValidIfPresent'].map((name) => `collections.json#/definitions/${name}`)
const ofPages = ['annotationPageTypeValueFound', 'startIndexFound', 'itemsFound', 'partOfFound'].map((name) => `collections.json#/definitions/${name}`)

test('what is written keeps to the schemas of the W3C’s test suite', async (context) => {
  if (!existsSync(SCHEMAS)) context.skip('the schemas are not beside this repository')
  const faults = faultsBy(SCHEMAS)
  expect(faults({ type: 'Annotation', target: [] }, ofAnnotations)).not.toEqual([])
  await fc.assert(fc.asyncProperty(codedProject, async (contents) => {
    const collection = JSON.parse((await exported(w3c, sourceOf(contents))).content) as Collection
    const { items } = collection.first
    const found = items.flatMap(({ target, body }) => {
      const targets: readonly unknown[] = Array.isArray(target) ? target : [target]
      return [...body.flatMap((one) => faults(one, ofBodies)), ...targets.flatMap((one) => faults(one, ofTargets))]
    })
    expect(found).toEqual([])
    expect([...faults(collection, ofCollections), ...faults(collection.first, ofPages), ...items.flatMap((one) => [...faults(one, ofAnnotations), ...(Array.isArray(one.target) ? faults(one, ofPassages) : [])])]).toEqual([])
    expect(collection.total).toBe(contents.annotations.length)
  }), { seed: 3, numRuns: 15 })
})

/** The schemas that something does not keep to. */
function faultsBy(folder: string): (instance: unknown, schemas: readonly string[]) => readonly string[] {
  const validator = new Validator()
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) validator.addSchema(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema, `/${name}`)
  return (instance, schemas) => schemas.filter((name) => !validator.validate(instance, { $ref: `/${name}` }).valid)
}
