import type { Mask } from '../../domain/masking/mask'
import type { Code, Codebook } from '../../domain/project/codebook'
import type { ProjectSource } from '../source'

/**
 * A project as a coder sees it while outlets are masked, for exporters: neutral labels, masked headlines, texts,
 * quotations and examples, no variables of outlets and articles. `text.slice(start, end) === quote` holds of the masked text.
 */
export function maskedSource(source: ProjectSource, mask: Mask): ProjectSource {
  const own = new Map(source.articles.map((article) => [article.id, article]))
  const { text } = source
  return {
    ...source,
    codebook: maskedCodebook(source.codebook, mask),
    outlets: [],
    articles: source.articles.map((article) => mask.article(article)),
    coded: async (subject) => {
      const coded = await source.coded(subject)
      const article = own.get(subject)
      if (!article || coded.annotations.length === 0) return coded
      const words = await textOf(source, subject)
      return { ...coded, annotations: coded.annotations.map((one) => mask.annotation(article, one, words)) }
    },
    text: text && (async (id) => {
      const article = own.get(id)
      const words = await text(id)
      return article ? mask.text(article, words) : words
    }),
  }
}

/** Undefined where it can't be read: quotations then stand for themselves, as they do without a mask. */
async function textOf({ text }: ProjectSource, article: string): Promise<string | undefined> {
  try {
    return await text?.(article)
  } catch {
    return undefined
  }
}

/** A codebook whose examples, and where they are from, name no outlet. */
function maskedCodebook(codebook: Codebook, mask: Mask): Codebook {
  const masked = (code: Code): Code => ({ ...code, examples: code.examples.map(({ quote, from }) => ({ quote: mask.words(quote), from: mask.words(from) })), codes: code.codes.map(masked) })
  return { ...codebook, dimensions: codebook.dimensions.map((dimension) => ({ ...dimension, codes: dimension.codes.map(masked) })) }
}
