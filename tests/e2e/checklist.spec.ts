import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join, resolve } from 'node:path'
import { exists } from './exists'
import { expect, test } from './fixtures'

/** The preload script, for windows that are none of Synoptic's own. */
const preload = resolve('out/preload/index.cjs')

/** What a window that has the bridge may call. */
interface Bridge { call: (name: string, args: unknown) => Promise<{ ok: boolean; code?: string; message?: string }> }

async function withServer(act: (url: string, heard: string[]) => Promise<void>, answer: Parameters<typeof createServer>[1] = (_request, response) => { response.end('x') }): Promise<void> {
  const heard: string[] = []
  const server: Server = createServer(answer)
  server.on('request', ({ url }) => heard.push(String(url))).on('connection', () => heard.push('connection'))
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  try {
    await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('no request to anywhere else gets through, whoever makes it', async ({ launch, allowErrors }) => {
  allowErrors.push(/Content Security Policy|Failed to load resource|WebSocket connection/)
  const { app, page } = await launch()
  await withServer(async (url, heard) => {
    await page.evaluate(async (to) => {
      const put = (name: string, attributes: Record<string, string>): void => {
        const element = document.createElement(name)
        for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
        document.head.append(element)
      }
      for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'stylesheet', 'icon', 'modulepreload']) put('link', { rel, href: `${to}/${rel}`, as: 'script' })
      for (const name of ['img', 'audio', 'video', 'iframe']) put(name, { src: `${to}/${name}`, autoplay: '' })
      put('meta', { 'http-equiv': 'refresh', content: `0;url=${to}/refresh` })
      const attempt = async (act: () => unknown): Promise<void> => { try { await act() } catch { /* denied, as it should be */ } }
      await attempt(() => fetch(`${to}/fetch`, { mode: 'no-cors' }))
      await attempt(() => navigator.sendBeacon(`${to}/beacon`, 'x'))
      await attempt(() => { void new WebSocket(`${to.replace('http', 'ws')}/socket`) })
      await attempt(() => { void new EventSource(`${to}/events`) })
      await attempt(async () => new FontFace('x', `url(${to}/font)`).load())
      await attempt(() => import(/* @vite-ignore */ `${to}/module.js`))
    }, url)
    // What is not held by the page's policy: the main process itself.
    const own = await app.evaluate(({ net }, to) => Promise.all([
      net.fetch(`${to}/net`).then(() => 'answered', () => 'denied'),
      new Promise((done) => { net.request(`${to}/request`).on('response', () => { done('answered') }).on('error', () => { done('denied') }).end() }),
    ]), url)
    expect(own).toEqual(['denied', 'denied'])
    expect(heard).toEqual([])
    await fetch(`${url}/control`)
    expect(heard, 'the server hears what does come').toContain('/control')
  })
})

test('whatever a page asks permission for is denied', async ({ launch, allowErrors }) => {
  allowErrors.push(/permission|denied|Blocked|Permissions policy|Content Security Policy/i)
  const { page } = await launch()
  const granted = await page.evaluate(async () => {
    const asks: Record<string, () => unknown> = {
      geolocation: () => new Promise((done, fail) => { navigator.geolocation.getCurrentPosition(done, fail) }),
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      fullscreen: () => document.documentElement.requestFullscreen(),
      clipboard: () => navigator.clipboard.readText(),
      notification: async () => { if (await Notification.requestPermission() !== 'granted') throw new Error('denied') },
      keys: () => navigator.requestMediaKeySystemAccess('com.widevine.alpha', [{ videoCapabilities: [{ contentType: 'video/webm; codecs="vp9"' }] }]),
      storage: async () => { if (!await navigator.storage.persist()) throw new Error('denied') },
      ...Object.fromEntries(['hid', 'usb', 'serial', 'bluetooth'].map((name) => [name, async () => {
        const device = (navigator as unknown as Record<string, { requestDevice?: (o: object) => Promise<unknown>; requestPort?: () => Promise<unknown> }>)[name]
        const found = await (device?.requestPort?.() ?? device?.requestDevice?.({ filters: [], acceptAllDevices: true }))
        if (!found || (Array.isArray(found) && found.length === 0)) throw new Error('denied')
      }])),
      fonts: async () => { if ((await (window as unknown as { queryLocalFonts: () => Promise<unknown[]> }).queryLocalFonts()).length === 0) throw new Error('denied') },
      idle: async () => { if (await (window as unknown as { IdleDetector: { requestPermission: () => Promise<string> } }).IdleDetector.requestPermission() !== 'granted') throw new Error('denied') },
      screens: () => (window as unknown as { getScreenDetails: () => Promise<unknown> }).getScreenDetails(),
      lock: () => navigator.wakeLock.request(),
    }
    const outcomes = await Promise.all(Object.entries(asks).map(async ([name, ask]) => {
      try {
        const answer = ask()
        // A prompt that nobody answers grants nothing.
        return await Promise.race([Promise.resolve(answer).then(() => name), new Promise<null>((done) => { setTimeout(() => { done(null) }, 5_000) })])
      } catch { return null }
    }))
    return outcomes.filter((name) => name !== null)
  })
  expect(granted).toEqual([])
})

test('every file of the window comes with the policy', async ({ launch }) => {
  const { page } = await launch()
  const files = await page.evaluate(async () => {
    const named = [...document.querySelectorAll('script[src], link[href]')].map((one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '')
    return Promise.all(['/', '/index.html', ...named].map(async (file) => {
      const { headers } = await fetch(file)
      return { file, policy: headers.get('content-security-policy') ?? '', sniff: headers.get('x-content-type-options') }
    }))
  })
  expect(files.length).toBeGreaterThan(3)
  for (const { file, policy, sniff } of files) {
    expect(policy, file).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy, file).toContain("require-trusted-types-for 'script'")
    expect(policy, file).not.toContain('unsafe')
    expect(sniff, file).toBe('nosniff')
  }
})

test('no feature of the browser is switched on', async ({ launch }) => {
  const { app } = await launch()
  const found = await app.evaluate(({ app: main, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const { enableBlinkFeatures = '' } = (window as unknown as { webContents: { getLastWebPreferences(): { enableBlinkFeatures?: string } } }).webContents.getLastWebPreferences()
    const switches = ['enable-blink-features', 'enable-experimental-web-platform-features', 'disable-web-security', 'allow-running-insecure-content', 'ignore-certificate-errors']
    return { enableBlinkFeatures, switches: switches.filter((name) => main.commandLine.hasSwitch(name)) }
  })
  expect(found).toEqual({ enableBlinkFeatures: '', switches: [] })
})

test('a webview is never attached', async ({ launch, allowErrors }) => {
  allowErrors.push(/Content Security Policy/, /status of 404/)
  const { app, page } = await launch()
  const guests = () => app.evaluate(({ webContents }) => webContents.getAllWebContents().filter((one) => one.getType() === 'webview').length)
  const attach = () => {
    const view = document.createElement('webview')
    for (const [name, value] of Object.entries({ src: 'app://synoptic/', allowpopups: '', nodeintegration: '', disablewebsecurity: '' })) view.setAttribute(name, value)
    document.body.append(view)
    return view.constructor.name
  }
  expect(await page.evaluate(attach)).toBe('HTMLElement')
  expect(await guests()).toBe(0)
  // In a window that does allow them, the last lock holds alone.
  const attempts = await app.evaluate(async ({ BrowserWindow }, body) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
    const prevented: boolean[] = []
    window.webContents.on('will-attach-webview', (event) => { prevented.push(event.defaultPrevented) })
    // A page without scripts of its own: the window has no preload script.
    await window.loadURL('app://synoptic/none.html')
    await window.webContents.executeJavaScript(`(${body})()`)
    while (prevented.length === 0) await new Promise((done) => { setTimeout(done, 20) })
    return prevented
  }, String(attach))
  expect(attempts).toEqual([true])
  expect(await guests()).toBe(0)
})

test('a redirect is not followed', async ({ launch }) => {
  const { app } = await launch()
  const went = await app.evaluate(async ({ BrowserWindow, protocol, session }) => {
    // Without the filter of requests, so that what forbids redirects has to do it alone.
    session.defaultSession.webRequest.onBeforeRequest(null)
    let reached = 0
    protocol.handle('moved', () => new Response(null, { status: 302, headers: { location: 'reached://there/' } }))
    protocol.handle('reached', () => { reached += 1; return new Response('there') })
    const tried = async (url: string): Promise<string> => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL(url).catch(() => undefined)
      return window.webContents.getURL()
    }
    return { redirected: await tried('moved://here/'), reached, directly: await tried('reached://there/') }
  })
  expect(went).toEqual({ redirected: '', reached: 0, directly: 'reached://there/' })
})

test('nothing is downloaded', async ({ launch, projectsDir, allowErrors }) => {
  allowErrors.push(/Content Security Policy/)
  const { app, page } = await launch()
  await app.evaluate(({ app: main, session }, folder) => {
    main.setPath('downloads', folder)
    Object.assign(globalThis, { downloads: [] as string[] })
    session.defaultSession.on('will-download', (event, item) => { (globalThis as unknown as { downloads: string[] }).downloads.push(`${item.getURL()} ${event.defaultPrevented ? 'prevented' : 'allowed'}`) })
  }, projectsDir)
  await page.evaluate(() => {
    for (const href of ['/', URL.createObjectURL(new Blob(['x'])), 'data:text/plain,x']) Object.assign(document.createElement('a'), { href, download: 'taken.txt' }).click()
  })
  await app.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('app://synoptic/index.html') })
  const tried = () => app.evaluate(() => (globalThis as unknown as { downloads: string[] }).downloads)
  await expect.poll(async () => (await tried()).length).toBeGreaterThan(1)
  expect((await tried()).filter((one) => !one.endsWith(' prevented'))).toEqual([])
  expect(await readdir(projectsDir)).toEqual([])
})

test('no other program is started for an address', async ({ launch, projectsDir, allowErrors }) => {
  test.skip(process.platform !== 'linux', 'the program that opens addresses is stood in for on Linux')
  allowErrors.push(/Content Security Policy|registered handler|Not allowed to load local resource/)
  const mark = join(projectsDir, 'opened')
  const bin = join(projectsDir, 'bin')
  await mkdir(bin)
  for (const opener of ['xdg-open', 'xdg-email']) {
    await writeFile(join(bin, opener), `#!/bin/sh\necho "$@" >> '${mark}'\n`)
    await chmod(join(bin, opener), 0o755)
  }
  const { app, page } = await launch({ env: { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` } })
  await page.evaluate(() => {
    for (const href of ['mailto:a@example.org', 'tel:1', 'https://example.org/', 'ms-word:ofe|u|x', 'file:///etc/passwd']) {
      window.open(href)
      const link = Object.assign(document.createElement('a'), { href })
      document.body.append(link)
      link.click()
      location.assign(href)
    }
  })
  // A message there and back: what the clicks set off has been decided upon.
  await page.evaluate(() => fetch('/'))
  expect(await exists(mark)).toBe(false)
  await app.evaluate(({ shell }) => shell.openExternal('mailto:control@example.org'))
  await expect.poll(() => exists(mark), 'the stand-in is asked where something is opened').toBe(true)
})

test('a message from a frame within the window is refused', async ({ launch, allowErrors }) => {
  // With every file served as a page, the window's own scripts are not loaded, one way or another.
  allowErrors.push(/module/, /^$/)
  const { app } = await launch()
  const [own, frames] = await app.evaluate(async ({ BrowserWindow, session }, script) => {
    // The policy lets no frame into the window, and its frames have no bridge; without both, the listener has to tell them apart.
    session.defaultSession.webRequest.onHeadersReceived((_request, done) => { done({ responseHeaders: { 'content-type': ['text/html'] } }) })
    const window = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true, nodeIntegrationInSubFrames: true } })
    await window.loadURL('app://synoptic/')
    return window.webContents.executeJavaScript(`new Promise((done) => {
      const frame = document.createElement('iframe')
      const answers = (of) => of.synoptic?.call('codebook.prepared', null) ?? 'no bridge'
      frame.onload = () => done(Promise.all([answers(window), answers(frame.contentWindow)]))
      frame.src = '/index.html'
      document.body.append(frame)
    })`) as Promise<unknown[]>
  }, preload)
  expect(own).toMatchObject({ ok: true })
  expect(frames).toMatchObject({ ok: false, code: 'refused', message: 'A message from outside the window was refused.' })
})

test('a message from another page is refused', async ({ launch }) => {
  const { app } = await launch()
  const answer = await app.evaluate(async ({ BrowserWindow, session }, script) => {
    session.defaultSession.webRequest.onBeforeRequest(null)
    const window = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true } })
    await window.loadURL('data:text/html,<p>x')
    return window.webContents.executeJavaScript("synoptic.call('project.open', { from: 'sample' })") as Promise<unknown>
  }, preload)
  expect(answer).toMatchObject({ ok: false, code: 'refused', message: 'A message from outside the window was refused.' })
})

test('messages are heard on two channels, by one listener', async ({ launch }) => {
  const { app, page } = await launch()
  await page.waitForFunction(() => (window as unknown as { synoptic: Bridge }).synoptic.call('codebook.prepared', null).then(({ ok }) => ok))
  const heard = await app.evaluate(({ ipcMain, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const channels = (events: readonly (string | symbol)[]): unknown[] => events.filter((name) => name !== 'error')
    // Not in the types, as there is no other way to ask which channels are answered.
    const { _invokeHandlers: answered } = ipcMain as unknown as { _invokeHandlers: ReadonlyMap<string, unknown> }
    return { answered: [...answered.keys()], heard: channels(ipcMain.eventNames()), heardFromWindow: channels(window?.webContents.ipc.eventNames() ?? []) }
  })
  expect(heard).toEqual({ answered: ['synoptic:call', 'synoptic:drop'], heard: [], heardFromWindow: [] })
})

test('file:// gives a page nothing', async ({ launch, projectsDir, allowErrors }) => {
  allowErrors.push(/Not allowed to load local resource|Content Security Policy|Failed to load resource/)
  const secret = join(projectsDir, 'secret.html')
  await writeFile(secret, '<title>told</title>')
  const { app, page } = await launch()
  const url = `file://${secret}`
  expect(await page.evaluate((to) => fetch(to).then(() => 'read', () => 'denied'), url)).toBe('denied')
  const loaded = await app.evaluate(async ({ BrowserWindow }, to) => {
    const window = new BrowserWindow({ show: false })
    const ended = await window.loadURL(to).then(() => 'loaded', () => 'denied')
    return { ended, title: await window.webContents.executeJavaScript('document.title') as unknown }
  }, url)
  expect(loaded).toEqual({ ended: 'denied', title: '' })
})
