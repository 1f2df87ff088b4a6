import type { Answer, Bridge, CallName } from '../../../src/preload/contract'

/** The main process: answers when told, and notes what it was asked. */
export function main(answers: (name: CallName, args: unknown) => unknown) {
  const asked: { readonly name: CallName; readonly args: unknown; readonly answer: () => Promise<void> }[] = []
  const call = (name: CallName, args: unknown): Promise<Answer<unknown>> => new Promise((resolve) => {
    asked.push({ name, args, answer: async () => {
      resolve(answers(name, args) as Answer<unknown>)
      await new Promise(setImmediate)
    } })
  })
  return { asked, bridge: { call: call as Bridge['call'], on: () => () => undefined } }
}
