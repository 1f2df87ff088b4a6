import { sha256 } from '../sha256'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether an id comes back from its GUID; others are written beside it. */
export const isUuid = (id: string): boolean => UUID.test(id)

/** What a GUID stands for; codes and dimensions of prepared codebooks have the same ids in all projects, and should have the same GUIDs. */
export type GuidKind = 'coder' | 'code' | 'dimension' | 'article' | 'event' | 'entity' | 'outlet' | 'annotation' | 'part' | 'selection' | 'variable' | 'note' | 'sheet' | 'link'

/**
 * GUIDs for the ids of one project, in upper case, as ATLAS.ti wants them. A UUID stays what it is; of other ids the
 * GUID is made from their hash (as RFC 9562 has it for version 8), so that it is the same in every export.
 * @param project its id
 */
export const guidsOf = (project: string) => (kind: GuidKind, id: string): string => {
  if (isUuid(id)) return id.toUpperCase()
  const hash = sha256(JSON.stringify(kind === 'code' || kind === 'dimension' ? [kind, id] : [kind, id, project]))
  const variant = (8 + (Number.parseInt(hash.charAt(16), 16) & 3)).toString(16)
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20), hash.slice(20, 32)].join('-').toUpperCase()
}

/** Makes the GUID of a record. */
export type Guids = ReturnType<typeof guidsOf>

/** A GUID as a key: lower case, without braces; empty where there is none. */
export const keyOf = (guid: string | undefined): string => (guid ?? '').trim().replace(/^\{(.*)\}$/, '$1').toLowerCase()
