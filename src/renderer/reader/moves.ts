/** What the keyboard does to a selection. `start` and `end` say which end moves; outwards grows, inwards shrinks. */
export type Move =
  | 'next-sentence' | 'previous-sentence' | 'next-paragraph' | 'previous-paragraph' | 'next-word' | 'previous-word'
  | 'grow-end-word' | 'shrink-end-word' | 'grow-end-sentence' | 'shrink-end-sentence'
  | 'grow-start-word' | 'shrink-start-word' | 'grow-start-sentence' | 'shrink-start-sentence'
  | 'collapse'

export type Edge = 'start' | 'end'
