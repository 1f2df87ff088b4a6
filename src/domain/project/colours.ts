/** Names of the colours codes are drawn in; each has a tint and a line colour in both themes. */
export const colours = ['amber', 'rust', 'blue', 'teal', 'green', 'violet', 'rose', 'slate'] as const
