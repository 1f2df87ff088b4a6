import type { ElectronApplication, Page } from '@playwright/test'

/** What a page did that no text may make it do. Everything is empty where nothing happened. */
export interface Happened {
  /** Calls of alert and its like, and globals that were not there before. */
  readonly executed: readonly string[]
  /** What the page's policy kept from running or loading: it was tried. */
  readonly tried: readonly string[]
  /** Elements and attributes that came into the page and are none of the application's. */
  readonly strange: readonly string[]
  /** Of the document's own properties, those that are not what they were. */
  readonly clobbered: readonly string[]
  /** Addresses outside the application that were asked for, windows, navigations, downloads, programs. */
  readonly outside: readonly string[]
}

interface Watched { happened(): Omit<Happened, 'outside'> }

/** Elements that the application never makes. Of its own are only the style sheets of what is loaded late, forms that lead nowhere, and one rule of React Aria. */
const STRANGE = 'script,iframe,frame,object,embed,applet,img,image,video,audio,source,track,link:not([href^="app://synoptic/assets/"],[href^="/assets/"]),meta,base,style:not(#react-aria-pressable-style),form[action],form[name],form[id],a[href],area,portal,marquee,math,foreignobject,animate,set,use,feimage'

/**
 * Begins to watch a page: to be called before anything hostile comes near it. Also runs in a page of its own,
 * where it is given as source text, so it may use nothing from outside itself.
 */
function watchPage(strangeElements: string): void {
  const [executed, tried, strange] = [[] as string[], [] as string[], new Set<string>()]
  for (const name of ['alert', 'confirm', 'prompt', 'print'] as const) {
    Object.assign(window, { [name]: () => { executed.push(name) } })
  }
  const globals = new Set(Object.getOwnPropertyNames(window))
  const document = window.document
  const facts = (): Record<string, string> => ({
    title: document.title, cookie: document.cookie, address: location.href, name: window.name,
    forms: String(document.forms instanceof HTMLCollection), body: String(document.body === null || document.body instanceof HTMLBodyElement), createElement: typeof document.createElement, querySelector: typeof document.querySelector,
    getElementById: typeof document.getElementById, synoptic: typeof (window as unknown as Record<string, unknown>)['synoptic'], prototype: Object.getOwnPropertyNames(Object.prototype).join(' '),
  })
  const before = facts()
  addEventListener('securitypolicyviolation', (event) => { tried.push(`${event.effectiveDirective} ${event.blockedURI}`) }, true)
  const look = (element: Element): void => {
    if (element.matches(strangeElements)) strange.add(element.localName)
    for (const { name } of element.attributes) if (/^(?:on|src|srcset|srcdoc|poster|background|action|formaction|ping|xlink:href)/i.test(name)) strange.add(`${element.localName}[${name}]`)
  }
  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes) {
      if (type === 'attributes' && target instanceof Element) look(target)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        look(node)
        for (const inner of node.querySelectorAll('*')) look(inner)
      }
    }
  }).observe(document, { subtree: true, childList: true, attributes: true })
  Object.assign(window, {
    watched: {
      happened: () => {
        const now = facts()
        const fresh = Object.getOwnPropertyNames(window).filter((name) => !globals.has(name) && name !== 'watched' && !/^\d+$/.test(name))
        return { executed: [...executed, ...fresh], tried, strange: [...strange], clobbered: Object.keys(before).filter((name) => name !== 'title' && now[name] !== before[name]) }
      },
    } satisfies Watched,
  })
}

/** Begins to watch the window and what the application does outside it. */
export async function watches(app: ElectronApplication, page: Page): Promise<() => Promise<Happened>> {
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  await app.evaluate(({ app: main, session, shell, webContents }) => {
    const outside: string[] = []
    const add = (what: string): void => { outside.push(what.slice(0, 300)) }
    const own = (url: string): boolean => /^(?:app:\/\/synoptic\/|devtools:|data:image\/)/.test(url)
    const { webRequest } = session.defaultSession
    webRequest.onSendHeaders(({ url }) => { if (!own(url)) add(`request ${url}`) })
    // What the application's own filter turns away comes here.
    webRequest.onErrorOccurred(({ url }) => { if (!own(url)) add(`request ${url}`) })
    session.defaultSession.on('will-download', (_event, item) => { add(`download ${item.getURL()}`) })
    main.on('web-contents-created', () => { add('another page') })
    for (const contents of webContents.getAllWebContents()) {
      contents.on('will-navigate', (_event, url) => { add(`navigation ${url}`) })
      contents.on('did-navigate', (_event, url) => { add(`navigation ${url}`) })
      contents.on('did-navigate-in-page', (_event, url) => { add(`navigation ${url}`) })
      contents.on('did-create-window', () => { add('window') })
    }
    shell.openExternal = (url) => { add(`program ${url}`); return Promise.resolve() }
    shell.openPath = (path) => { add(`program ${path}`); return Promise.resolve('') }
    Object.assign(globalThis, { outside })
  })
  await page.evaluate(watchPage, STRANGE)
  return async () => {
    const inside = await page.evaluate(() => (window as unknown as { watched: Watched }).watched.happened())
    return { ...inside, outside: [...dialogs, ...await app.evaluate(() => (globalThis as unknown as { outside: string[] }).outside)] }
  }
}

/** What is to be found at the end. */
export const nothing: Happened = { executed: [], tried: [], strange: [], clobbered: [], outside: [] }

/** The watch as a script for a page of one's own, and how to ask it. */
export const watchScript = `(${watchPage.toString()})(${JSON.stringify(STRANGE)})`
