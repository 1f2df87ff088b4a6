/** Names by id; where several have the same one, with the id behind it. */
export function distinctNames(records: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>()
  for (const { name } of records) count.set(name, (count.get(name) ?? 0) + 1)
  return new Map(records.map(({ id, name }) => [id, count.get(name) === 1 ? name : `${name} (${id})`]))
}
