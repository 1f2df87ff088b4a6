import type { Plugin } from 'vite'

/**
 * jsdom asks, when it is loaded, where the script of its synchronous requests lies, which is in no bundle; without it, it only
 * can't make such requests, and here it makes none.
 */
export const jsdomInBundle: Plugin = {
  name: 'jsdom-in-bundle',
  transform(code, id) {
    return id.endsWith('XMLHttpRequest-impl.js') ? code.replace('require.resolve ? require.resolve("./xhr-sync-worker.js") : null', 'null') : undefined
  },
}
