import { createContext, useContext } from 'react'
import type { Desk } from '../commands/command'
import type { Session } from '../store/session'
import { useCell } from '../store/watch'

export const DeskContext = createContext<Desk | null>(null)
export const SessionContext = createContext<Session | null>(null)

/** What commands act on. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('A view stands outside the desk.')
  return desk
}

/** The open project; its revision is followed, so whoever uses it sees every change. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('A view of a project stands outside it.')
  useCell(session.revision)
  return session
}
