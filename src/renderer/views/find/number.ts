export const number = (n: number): string => n.toLocaleString('en-GB')
