import type { Exporter } from '../export/exporter'
import { guidsOf } from './guids'
import { codesXml } from './writeCodes'
import { DECLARATION, ORIGIN } from './writeProject'
import { element } from './xmlText'

/** REFI-QDA codebook (schema of 5 October 2017): codes alone, each dimension a code to which nothing can be coded. */
export const qdc: Exporter = {
  id: 'qdc',
  label: 'REFI-QDA codebook (.qdc)',
  about: 'The codes alone, for NVivo, MAXQDA, ATLAS.ti, QualCoder and others. What they don’t know, such as fields, stands below each definition.',
  shapes: ['codebook'],
  extension: 'qdc',
  files: (source) => [{
    ending: '.qdc',
    chunks: async function* () {
      const codes = codesXml(source.codebook, { guid: guidsOf(source.info.id), examples: source.text !== null, memo: null })
      // The schema wants at least one code.
      yield `${DECLARATION}${element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: ORIGIN }, codes || '<Codes/>')}\n`
    },
  }],
  losses: ({ codebook }) => (codebook.dimensions.length === 0 ? ['A REFI-QDA codebook has to have at least one code: other programs may refuse this one.'] : ['The codebook’s name and the log of its changes are left out.']),
}
