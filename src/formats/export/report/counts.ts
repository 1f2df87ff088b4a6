import { plain } from '../../html/plain'
import type { Coded } from '../../source'
import type { Naming } from './codings'

/** How often codes were given, by whom and in how many articles and events. */
export class Counts {
  readonly #codes = new Map<string, { readonly coders: Map<string, number>; subjects: number }>()

  add({ annotations }: Coded): void {
    for (const code of new Set(annotations.map((one) => one.code))) this.#of(code).subjects += 1
    for (const { code, coder } of annotations) {
      const { coders } = this.#of(code)
      coders.set(coder, (coders.get(coder) ?? 0) + 1)
    }
  }

  /** As a table, in the order of the codebook. @param coders ids of those who may have coded */
  html(coders: readonly string[], { entries, coder }: Naming): string {
    const rows = [...new Set([...entries.keys(), ...this.#codes.keys()])].flatMap((id) => {
      const found = this.#codes.get(id)
      if (!found) return []
      const entry = entries.get(id)
      const all = [...found.coders.values()].reduce((sum, n) => sum + n, 0)
      return [`<tr><th scope="row"><span class="chip ${entry?.code.colour ?? 'slate'}"></span><bdi>${plain(entry?.path.join(' › ') ?? id)}</bdi></th>${coders.map((one) => `<td class="n">${found.coders.get(one) ?? 0}</td>`).join('')}<td class="n">${all}</td><td class="n">${found.subjects}</td></tr>`]
    })
    const heads = [...coders.map((one) => `<bdi>${plain(coder(one))}</bdi>`), 'Together', 'Articles and events']
    const table = `<table><thead><tr><th>Code</th>${heads.map((head) => `<th class="n">${head}</th>`).join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
    return `<section id="counts"><h2>How often codes were given</h2>\n${rows.length === 0 ? '<p class="none">Nothing was coded.</p>' : table}</section>\n`
  }

  #of(code: string): { readonly coders: Map<string, number>; subjects: number } {
    const known = this.#codes.get(code) ?? { coders: new Map<string, number>(), subjects: 0 }
    this.#codes.set(code, known)
    return known
  }
}
