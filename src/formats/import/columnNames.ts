import type { ColumnRole } from '../../domain/import/mapping'

/** What columns are called in exports of databases, scrapers and spreadsheets, the surest name first; as `plainName` writes them. */
const namesOf: Readonly<Record<ColumnRole, readonly string[]>> = {
  text: [
    'full text', 'fulltext', 'article text', 'text', 'body', 'body text', 'article body', 'main text', 'maintext', 'story text', 'content', 'article content', 'contents',
    'volltext', 'artikeltext', 'inhalt', 'texte', 'texte integral', 'corps', 'contenu', 'texto', 'texto completo', 'cuerpo', 'contenido', 'corpo', 'testo', 'conteudo', 'tekst', 'inhoud',
    'текст', 'содержание', '正文', '内容', '本文', 'txt', 'raw text', 'clean text', 'story', 'article', 'artikel', 'document', 'sentence', 'snippet', 'description', 'abstract', 'summary',
  ],
  headline: [
    'headline', 'title', 'article title', 'story title', 'head', 'heading', 'titel', 'uberschrift', 'schlagzeile', 'titre', 'titulo', 'titular', 'titolo', 'kop', 'tittel', 'rubrik', 'otsikko',
    'tytul', 'заголовок', 'название', '标题', '標題', 'タイトル', 'hl', 'subject',
  ],
  outlet: [
    'outlet', 'source name', 'media name', 'publication', 'publication title', 'publication name', 'newspaper', 'publisher', 'source title', 'source', 'outlet name', 'news source', 'news outlet',
    'medium', 'media', 'journal', 'paper', 'site name', 'sitename', 'domain', 'channel', 'quelle', 'zeitung', 'medienname', 'publikation', 'titre de presse', 'nom de la source', 'fuente', 'periodico', 'medio',
    'fonte', 'testata', 'giornale', 'bron', 'krant', 'kalla', 'avis', 'zrodlo', 'источник', 'издание', '来源', '媒体', 'media outlet', 'source domain', 'site',
  ],
  date: [
    'date', 'publish date', 'publication date', 'published', 'date published', 'published at', 'published date', 'pub date', 'pubdate', 'publishdate', 'date publish', 'article date', 'issue date',
    'datum', 'erscheinungsdatum', 'veroffentlicht', 'veroffentlichungsdatum', 'date de publication', 'date publication', 'fecha', 'fecha de publicacion', 'data', 'data di pubblicazione',
    'data de publicacao', 'publicatiedatum', 'dato', 'дата', 'дата публикации', '日期', '发布时间', 'day', 'created at', 'timestamp', 'time', 'published time',
  ],
  byline: [
    'byline', 'author', 'authors', 'author name', 'by', 'writer', 'journalist', 'reporter', 'creator', 'autor', 'autoren', 'autorin', 'verfasser', 'auteur', 'auteurs', 'autores', 'autore', 'autori',
    'forfatter', 'forfattare', 'автор', '作者',
  ],
  section: ['section', 'section name', 'rubric', 'category', 'desk', 'ressort', 'rubrik', 'rubrique', 'seccion', 'sezione', 'secao', 'rubriek', 'раздел', 'рубрика', '栏目', 'news desk'],
  language: ['language', 'lang', 'language code', 'article language', 'sprache', 'langue', 'idioma', 'lingua', 'taal', 'sprak', 'jezyk', 'язык', '语言'],
  url: ['url', 'link', 'article url', 'web url', 'permalink', 'uri', 'href', 'source url', 'weblink', 'adresse', 'lien', 'enlace', 'canonical url', 'ссылка', '链接'],
}

/** A column's name without case, accents, camel case and punctuation: `datePublished`, `date_published` and `Date published` alike. */
export const plainName = (name: string): string =>
  name.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim().normalize('NFC')

/** How well a column's name fits a role: the lower the better, undefined when not at all. Of `article.title` the last part may tell. */
export function nameRank(name: string, role: ColumnRole): number | undefined {
  const names = namesOf[role].map((one) => one.normalize('NFC'))
  const whole = names.indexOf(plainName(name))
  if (whole !== -1) return whole
  const last = names.indexOf(plainName(name.slice(name.lastIndexOf('.') + 1)))
  return last === -1 ? undefined : names.length + last
}
