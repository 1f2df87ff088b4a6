import { BLOCK } from '../../domain/masking/hiddenStretches'
import type { Article } from '../../domain/project/article'
import type { Code } from '../../domain/project/codebook'
import { offsetWriter } from '../../domain/text/offsets'
import type { ProjectSource } from '../source'

/**
 * A project without the words of its articles, for exporters: positions stay, and each character of a quotation is a block,
 * as a quotation has to be as long as its span. An exporter leaves out even those where its format lets it.
 */
export const positionsOnly = (source: ProjectSource): ProjectSource => ({
  ...source,
  text: null,
  ...(source.text && { positions: countedIn(source.text) }),
  codebook: { ...source.codebook, dimensions: source.codebook.dimensions.map((one) => ({ ...one, codes: one.codes.map(withoutExamples) })) },
  rulings: source.rulings.map((ruling) => ({ ...ruling, groups: ruling.groups.map((group) => group.map(withoutWords)) })),
  articles: source.articles.map(withoutPassages),
  coded: async (subject) => {
    const coded = await source.coded(subject)
    return { ...coded, annotations: coded.annotations.map((one) => ({ ...one, spans: one.spans.map(withoutWords) })) }
  },
})

/** Texts are read to count in them, but nothing of them is passed on. */
const countedIn = (text: NonNullable<ProjectSource['text']>): ProjectSource['positions'] => async (article, reading) => offsetWriter(await text(article), reading)

const blocks = ({ quote }: { readonly quote: string }): { readonly quote: string } => ({ quote: BLOCK.repeat(quote.length) })

const withoutWords = <T extends { readonly quote: string; readonly prefix: string; readonly suffix: string }>(place: T): T => ({ ...place, ...blocks(place), prefix: '', suffix: '' })

const withoutPassages = (article: Article): Article => ({
  ...article,
  passages: article.passages.map((one) => ({ ...one, ...blocks(one) })),
  earlier: article.earlier.map((version) => ({ ...version, passages: version.passages.map((one) => ({ ...one, ...blocks(one) })) })),
})

const withoutExamples = (code: Code): Code => ({ ...code, examples: [], codes: code.codes.map(withoutExamples) })
