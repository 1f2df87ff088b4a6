// A process that reads files by what they are called: `hang`, `eat`, `crash`, `slow` (articles now and then), anything else well.
const article = (name, n) => ({
  text: `${name} ${n}`, headline: '', outlet: '', date: '', byline: '', section: '', language: '', url: '', variables: {}, headings: [], passages: [], problems: [],
  kind: 'text', format: 'Plain text', part: n, encoding: 'UTF-8', bytes: 1, fileHash: '0'.repeat(64), hash: '0'.repeat(64), words: 2,
})
const eaten = []

const read = async (order, { name }) => {
  process.send({ say: 'articles', order, articles: [article(name, 1)] })
  if (name === 'crash') setTimeout(() => process.abort(), 50)
  else if (name === 'eat') setTimeout(() => { for (;;) eaten.push(Buffer.alloc(8 << 20, 1)) }, 50)
  else if (name === 'hang') setTimeout(() => { for (;;); }, 50)
  else if (name === 'slow') {
    for (let n = 2; n < 8; n += 1) {
      await new Promise((resolve) => { setTimeout(resolve, 250) })
      process.send({ say: 'articles', order, articles: [article(name, n)] })
    }
    process.send({ say: 'done', order })
  } else process.send({ say: 'done', order })
}

process.on('message', ({ say, order, file }) => { if (say === 'read') void read(order, file) })
process.send({ say: 'ready' })
