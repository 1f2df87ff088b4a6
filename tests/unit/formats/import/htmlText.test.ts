import fc from 'fast-check'
import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { parseHtml, parseXhtml } from '../../../../src/formats/import/htmlDocument'
import { textOfHtml } from '../../../../src/formats/import/htmlText'

const textOf = (html: string): string => textOfHtml(parseHtml(html).body).text

describe('the text of a page', () => {
  test.each<[string, string, string]>([
    ['blocks are paragraphs', '<div>One <b>and</b>\n  two</div><section><p>Three<p>Four</section>Five', 'One and two\n\nThree\n\nFour\n\nFive'],
    ['a line ends at br, a paragraph at two', '<p>a<br>b<br><br>c<br><br><br>d<br></p>e', 'a\nb\n\nc\n\nd\n\ne'],
    ['entities and odd spaces stay', '<p>&lt;b&gt; &amp; a\u00a0b\u2009c &#8212;', '<b> & a\u00a0b\u2009c —'],
    ['spaces at the ends of a paragraph go, protected ones too', '<p>&nbsp; a <i> b</i> </p><p>&nbsp;</p><p>\u3000c', 'a b\n\nc'],
    ['a text begins anywhere', 'a<p>b</p>c<span> d</span>', 'a\n\nb\n\nc d'],
    ['lists', '<p>x<ul><li>a<li><p>b</p><li></li><li>c<ol><li>d</ol></ul>e', 'x\n\n• a\n• b\n• c\n• d\n\ne'],
    ['definitions', '<dl><dt>a<dd>b<dt>c<dd>d</dl>', 'a\nb\nc\nd'],
    ['a table of data', '<table><caption>T</caption><tr><th>A<th>B<tr><td>1\n<br>2<td><p>3</p><tr><td><td>4<tr><td>5<td></table>x', 'T\nA\tB\n1 2\t3\n\t4\n5\n\nx'],
    ['a table that lays out a page', '<table><tr><td>Menu<td><p>a</p><p>b</p></table>', 'Menu\n\na\n\nb'],
    ['a table of one column', '<table><tr><td>a<tr><td>b</table>', 'a\n\nb'],
    ['a table in a table', '<table><tr><td>a<td><table><tr><td>1<td>2</table></table>', 'a\n\n1\t2'],
    ['as typed', '<p>a</p><pre>  b\n   c\n\n\n d \n</pre>e', 'a\n\n  b\n   c\n\n\n d\n\ne'],
    ['what is hidden', '<p hidden>a</p><p style="color:red; DISPLAY : none">b</p><div style="visibility:hidden">c</div><dialog>d</dialog><dialog open>e</dialog>', 'e'],
    ['what is no text', '<body><script>a</script><style>b</style><template>c</template><noscript>d</noscript><button>e</button><select><option>f</select><textarea>g</textarea><svg><text>h</text></svg>i', 'i'],
    ['readings above ideographs', '<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字', '漢(かん)字'],
    ['nothing', ' <p> </p><br>', ''],
  ])('%s', (_, html, text) => { expect(textOf(html)).toBe(text) })

  test('headings are told by their places, on one line each', () => {
    const { text, headings } = textOfHtml(parseHtml('<h1>A <b>bold</b><br>head</h1><p>x<h3><div>sub</div></h3><h2></h2><ul><li><h4>item</h4>y</ul>').body)
    expect(text).toBe('A bold head\n\nx\n\nsub\n\n• item\n\ny')
    expect(headings.map(({ start, end, level }) => [level, text.slice(start, end)])).toEqual([[1, 'A bold head'], [3, 'sub'], [4, 'item']])
  })

  test('simple paragraphs come back as they were, in whatever they stand', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '<', '>', '&', '"', 'é', '字', '😀', '\u00a0', '\u200b'), minLength: 1, maxLength: 8 }).filter((one) => one.trim() === one)
    const paragraph = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
    const tree: fc.Arbitrary<{ html: string; paragraphs: string[] }> = fc.letrec<{ node: { html: string; paragraphs: string[] } }>((tie) => ({
      node: fc.oneof({ maxDepth: 5 },
        fc.tuple(fc.constantFrom('p', 'div', 'h2', 'blockquote'), paragraph).map(([tag, text]) => ({ html: `<${tag}>${marked(text)}</${tag}>`, paragraphs: [text] })),
        fc.tuple(fc.constantFrom('div', 'section', 'article', 'main', 'form'), fc.array(tie('node'), { maxLength: 4 })).map(([tag, nodes]) => (
          { html: `<${tag}>\n ${nodes.map(({ html }) => html).join('\n')}\n</${tag}>`, paragraphs: nodes.flatMap(({ paragraphs }) => paragraphs) }))),
    })).node
    fc.assert(fc.property(tree, ({ html, paragraphs }) => { expect(textOf(html)).toBe(paragraphs.join('\n\n')) }), { seed: 4, numRuns: 300 })
  })
})

const marked = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replace(/ /, ' <b><i></i>').replace(/$/, '</b>')

test('XHTML may close any element at once', () => {
  const page = parseXhtml('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><a id="p1"/><p>One<br/>two</p><div class="x" />three</body></html>')
  expect(textOfHtml(page.body).text).toBe('One\ntwo\n\nthree')
})

describe('a page', () => {
  test.each([
    ['unsafe', '<div>'.repeat(513)], ['unsafe', '<b>'.repeat(600)], ['too-costly', '<br>'.repeat(100_001)], ['too-costly', `${'<div>'.repeat(500)}${'<p>'.repeat(30_000)}`],
  ])('that would take too long is refused: %s', (reason, html) => {
    expect(() => parseHtml(html)).toThrow(expect.objectContaining({ reason }) as Error)
  })

  test('loads and runs nothing', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => { asked.push(request.url ?? ''); response.end() })
    const port = await new Promise<number>((resolve) => { server.listen(0, '127.0.0.1', () => { resolve((server.address() as { port: number }).port) }) })
    const address = `http://127.0.0.1:${port}/x`
    try {
      const page = parseHtml(`<link rel=stylesheet href=${address}><script src=${address}></script><script>globalThis.ran = true</script><style>@import "${address}";</style>
        <img src=${address} srcset=${address} onerror="globalThis.ran = true"><iframe src=${address}></iframe><object data=${address}></object><video src=${address} autoplay></video><meta http-equiv=refresh content="0;url=${address}"><p>x`)
      expect(textOfHtml(page.body).text).toBe('x')
      page.body.append(...page.querySelectorAll('img, script, iframe, link'))
      // The listener answers, so that nothing asked for is just late.
      await fetch(`${address}/control`)
      expect(asked).toEqual(['/x/control'])
      expect('ran' in globalThis).toBe(false)
    } finally {
      server.close()
    }
  })
})
