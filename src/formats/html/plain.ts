const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What says something in HTML as what it is in a text; controls of direction and what HTML can't hold left out. */
// oxlint-disable-next-line no-control-regex -- these are the characters meant
export const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
