import type { NotCompared } from '../../../domain/synopsis/parallel'
import type { TableOrder } from '../../../domain/synopsis/tableQuery'

export const orderWords: Readonly<Record<TableOrder, string>> = { outlets: 'most outlets first', position: 'as in the first column', code: 'by code', strength: 'strongest first' }

export const whyNotCompared: Readonly<Record<NotCompared, string>> = {
  unreadable: 'its text can’t be read', 'no-text': 'it has no text to compare', 'other-language': 'no other article is written in its language',
}
