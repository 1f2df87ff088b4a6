/** Names of the colours codes are drawn in; each has a tint and a line colour in both themes. */
export const colours = ['amber', 'rust', 'blue', 'teal', 'green', 'violet', 'rose', 'slate'] as const

/** Each as other programs get it, `#rrggbb`: what underlines and labels are drawn in on light ground. */
export const colourLines: Readonly<Record<(typeof colours)[number], string>> = {
  amber: '#8f6200', rust: '#b1491b', blue: '#1f6aa5', teal: '#0b736c', green: '#2d7a45', violet: '#8f3f8a', rose: '#b3335f', slate: '#56606e',
}
