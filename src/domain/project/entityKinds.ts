/** What an entity can be. */
export const entityKinds = ['person', 'group', 'country', 'thing'] as const
export type EntityKind = (typeof entityKinds)[number]
