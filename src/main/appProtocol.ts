import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'

const SCHEME = 'app'
export const ORIGIN = 'app://synoptic'

// React Aria puts one fixed rule into the page, which keeps touches on a button from scrolling; it is let in by its hash.
const ARIA_RULE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"

const CSP = [
  "default-src 'none'", "script-src 'self'", `style-src 'self' ${ARIA_RULE}`, "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types dompurify',
].join('; ')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2',
}

/** Makes `app://` a scheme of its own with a real origin. Must run before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the built window from `root`, nothing outside it, each answer with the policy that keeps the page in. */
export function serve(root: string): void {
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url)
    const wanted = normalize(join(root, decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname)))
    if (url.host !== new URL(ORIGIN).host || !wanted.startsWith(root + sep)) return new Response('Forbidden', { status: 403 })
    try {
      const body = await readFile(wanted)
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': types[extname(wanted)] ?? 'application/octet-stream',
          'content-security-policy': CSP, 'x-content-type-options': 'nosniff',
        },
      })
    } catch {
      return new Response('Not found', { status: 404 })
    }
  })
}
