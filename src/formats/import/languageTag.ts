const tags = [
  'ar', 'be', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fa', 'fi', 'fr', 'he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ko', 'lt', 'lv',
  'ms', 'nl', 'no', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'th', 'tr', 'uk', 'ur', 'vi', 'zh',
]
const namedIn = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl']

/** Each tag, and each language's name in English, in the other languages of the databases, and in itself. */
const known = new Map(tags.flatMap((tag) => [[tag, tag] as const, ...[...namedIn, tag].map((locale) => [nameOf(tag, locale), tag] as const)]))

function nameOf(tag: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(tag)?.toLowerCase() ?? tag
}

/** The BCP 47 tag of the first language in a statement such as "ENGLISH; ENGLISHS", "Français", "EN" or "en_us"; empty when it is none we know. */
export function languageTag(statement: string): string {
  for (const name of statement.slice(0, 200).toLowerCase().split(/[;,/|()]/)) {
    const tag = known.get(name.trim()) ?? regional(name.trim())
    if (tag !== undefined) return tag
  }
  return ''
}

/** A tag with a script or region after a language that is known. */
function regional(name: string): string | undefined {
  const [, language = ''] = /^([a-z]{2,3})([-_][a-z]{4})?([-_]([a-z]{2}|\d{3}))?$/.exec(name) ?? []
  return tags.includes(language) ? Intl.getCanonicalLocales(name.replaceAll('_', '-'))[0] : undefined
}
