import type { Desk } from './command'

/** Reads the files that the import of coding is about as articles instead. */
export async function readAsArticles({ app }: Desk): Promise<void> {
  const offer = app.works.assistant.get()?.ground.offer
  if (!offer) return
  // Not discarded: that would end the offer, and with it the way to its files.
  app.works.assistant.set(null)
  await app.jobs.import({ ...offer, holds: 'articles' })
}

/** Reads the files that the import of articles is about as coding instead. */
export async function readAsCoding({ app }: Desk): Promise<void> {
  const offer = app.jobs.assistant.get()?.offer
  if (!offer) return
  app.jobs.assistant.set(null)
  await app.works.read(offer)
}
