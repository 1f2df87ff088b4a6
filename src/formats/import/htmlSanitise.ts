import createDOMPurify from 'dompurify'
import { inertWindow } from './htmlDocument'
import { isHidden } from './htmlText'
import { ImportRefusal } from './importer'

/** Elements that only say how text hangs together. */
const textTags = [
  'a', 'abbr', 'acronym', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'body', 'br', 'caption', 'center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del',
  'details', 'dfn', 'dir', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'font', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'i', 'ins', 'kbd', 'li',
  'main', 'mark', 'menu', 'nav', 'nobr', 'ol', 'p', 'pre', 'q', 'rb', 'rp', 'rt', 'rtc', 'ruby', 's', 'samp', 'search', 'section', 'small', 'span', 'strike', 'strong', 'sub',
  'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr',
]

const textAttributes = ['colspan', 'rowspan', 'lang', 'dir']

/** What text of a page is told from its navigation by. */
const nameAttributes = ['class', 'id']

/** Elements whose contents are text to a reader, and what they are without what else they do. */
const replacements: ReadonlyMap<string, string> = new Map([
  ['dialog', 'div'], ['fieldset', 'div'], ['form', 'div'], ['legend', 'div'], ['listing', 'pre'], ['plaintext', 'pre'], ['xmp', 'pre'],
])

let purify: ReturnType<typeof createDOMPurify> | undefined

/**
 * Takes from `root` everything but text and the elements and attributes above: an allow-list, not a list of what is
 * known to be bad. What is hidden goes too, while that can still be told. In place, as a copy of a large page costs as
 * much memory as the page.
 * @throws ImportRefusal where that is not possible
 * @param names whether class and id stay, which do nothing in a document without styles and scripts
 */
export function sanitise(root: Element, names: 'with names' | 'without names'): void {
  purify ??= createDOMPurify(inertWindow())
  reduceToText(root)
  // A page of frames has this in the place of a body, and no text of its own.
  if (root.localName === 'frameset') root.replaceChildren()
  else sanitiseInPlace(purify, root, names)
}

function sanitiseInPlace(using: NonNullable<typeof purify>, root: Element, names: 'with names' | 'without names'): void {
  try {
    using.sanitize(root, {
      ALLOWED_TAGS: textTags, ALLOWED_ATTR: names === 'with names' ? [...textAttributes, ...nameAttributes] : textAttributes,
      // Of elements that are not allowed only these take their text with them, such as formulas do not.
      FORBID_CONTENTS: ['script', 'style', 'template'], ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, IN_PLACE: true,
    })
  } catch {
    throw new ImportRefusal('unsafe', 'it is not read, as its markup cannot be made harmless. Copy its text into a text file and import that')
  }
}

function reduceToText(root: Element): void {
  // Text that looks like markup would be taken for an attack where a comment stands beside it.
  const comments = root.ownerDocument.createNodeIterator(root, 128)
  for (let node = comments.nextNode(); node; node = comments.nextNode()) node.parentNode?.removeChild(node)
  for (const element of root.querySelectorAll('*')) {
    const replacement = replacements.get(element.localName)
    if (isHidden(element)) element.remove()
    else if (replacement !== undefined) rename(element, replacement)
  }
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name)
  while (element.firstChild) renamed.append(element.firstChild)
  element.replaceWith(renamed)
}
