import type { Annotation } from '../../domain/project/annotation'
import type { Article } from '../../domain/project/article'
import { isPlaced } from '../../domain/project/placement'
import { inTextOrder } from '../../domain/project/records'
import type { ProjectSource } from '../source'
import type { Sheet } from '../../domain/project/sheet'

/** What was coded of an article as programs can show it that know one version of a text, in the order of the text. */
export async function placed(source: ProjectSource, article: Article): Promise<{ readonly annotations: readonly Annotation[]; readonly sheets: readonly Sheet[] }> {
  const { annotations, sheets } = await source.coded(article.id)
  return { annotations: annotations.filter((one) => isPlaced(one, article)).sort(inTextOrder), sheets }
}

/** What every format of other programs loses of a project, in sentences. */
export const commonLosses = ({ articles, rulings }: ProjectSource): string[] => [
  ...(articles.some(({ version }) => version > 1) ? ['Annotations whose passage was not found again after a text was corrected are left out.'] : []),
  ...(articles.some(({ passages, headings }) => passages.length + headings.length > 0) ? ['What is excluded of texts, and which lines are headings, is left out.'] : []),
  ...(rulings.length > 0 ? ['Decisions on which passages of a synopsis belong together are left out.'] : []),
]
