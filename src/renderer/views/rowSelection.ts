/** The selected rows after a click; with `from` everything between the two is taken in. */
export function toggled(order: readonly string[], selected: ReadonlySet<string>, id: string, from: string | null): ReadonlySet<string> {
  const next = new Set(selected)
  if (from !== null && order.includes(from)) {
    const [a = 0, b = 0] = [order.indexOf(from), order.indexOf(id)].sort((x, y) => x - y)
    for (const one of order.slice(a, b + 1)) next.add(one)
  } else if (!next.delete(id)) next.add(id)
  return next
}
