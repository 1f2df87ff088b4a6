import { expect, test, type Launched } from './fixtures'
import { Researcher } from './researcher'

/** What the window's page can reach of Synoptic. */
interface Exposed { call: (...args: unknown[]) => Promise<{ ok: boolean; code?: string; message?: string }> }

let launched: Launched
test.beforeEach(async ({ launch }) => { launched = await launch() })

test('the page is isolated, sandboxed and without Node', async () => {
  const { app, page } = launched
  expect(page.url()).toBe('app://synoptic/')
  const found = await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', '__dirname'].filter((name) => name in globalThis))
  expect(found).toEqual([])
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Not in the types, but the only way to read what is in force.
    const { webContents } = window as unknown as { webContents: { getLastWebPreferences(): Record<string, unknown> } }
    const { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag, nodeIntegrationInSubFrames, nodeIntegrationInWorker, allowRunningInsecureContent, experimentalFeatures } = webContents.getLastWebPreferences()
    return { contextIsolation, sandbox, nodeIntegration, webSecurity, webviewTag, nodeIntegrationInSubFrames, nodeIntegrationInWorker: nodeIntegrationInWorker ?? false, allowRunningInsecureContent, experimentalFeatures }
  })
  expect(preferences).toEqual({
    contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, webviewTag: false,
    nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false, allowRunningInsecureContent: false, experimentalFeatures: false,
  })
})

test('exactly two functions are exposed to the page, and they cannot be changed', async () => {
  const exposed = await launched.page.evaluate(() => {
    const { synoptic } = window as unknown as { synoptic: Record<string, unknown> }
    let replaced = true
    try {
      synoptic['call'] = () => 'mine'
      replaced = String(synoptic['call']).includes('mine')
    } catch { replaced = false }
    return { names: Reflect.ownKeys(synoptic), kinds: Object.values(synoptic).map((value) => typeof value), replaced }
  })
  expect(exposed).toEqual({ names: ['call', 'on'], kinds: ['function', 'function'], replaced: false })
})

test('the policy lets no text become code or markup', async ({ allowErrors }) => {
  allowErrors.push(/Content Security Policy|Trusted(HTML|Script)/)
  // Inside evaluate() itself eval is let through; a timer's callback runs under the page's own policy.
  const tried = await launched.page.evaluate(() => new Promise((done) => {
    setTimeout(() => {
      const outcomes: Record<string, string> = {}
      const attempt = (name: string, act: () => unknown): void => {
        try {
          act()
          outcomes[name] = 'allowed'
        } catch (error) { outcomes[name] = (error as Error).name }
      }
      // oxlint-disable no-eval, typescript/no-implied-eval -- the point of the test
      attempt('eval', () => (0, eval)('1'))
      attempt('Function', () => new Function('return 1')())
      attempt('timeout', () => setTimeout('window.hacked = 1'))
      attempt('innerHTML', () => { document.createElement('p').innerHTML = '<i>x</i>' })
      attempt('document.write', () => { document.write('<i>x</i>') })
      attempt('srcdoc', () => { document.createElement('iframe').srcdoc = '<i>x</i>' })
      attempt('script', () => { document.createElement('script').text = 'window.hacked = 1' })
      attempt('onclick', () => { document.createElement('button').setAttribute('onclick', 'window.hacked = 1') })
      done(outcomes)
    })
  }))
  expect(tried).toEqual({ eval: 'EvalError', Function: 'EvalError', timeout: 'TypeError', innerHTML: 'TypeError', 'document.write': 'TypeError', srcdoc: 'TypeError', script: 'TypeError', onclick: 'TypeError' })
  expect(await launched.page.evaluate(() => 'hacked' in window)).toBe(false)
})

test('nothing outside the window’s own files is served', async ({ allowErrors }) => {
  allowErrors.push(/Failed to load resource/)
  const paths = ['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/..%5c..%5cpackage.json', '/assets/..%2f..%2f..%2fmain%2findex.cjs', '//etc/passwd', '/%00', '/%E0%A4%A', '/none.js', '/assets/']
  const answers = await launched.page.evaluate(async (all) => Promise.all(all.map(async (path) => fetch(`app://synoptic${path}`).then((answer) => answer.status, () => 0))), paths)
  for (const [i, status] of answers.entries()) expect([0, 403, 404], paths[i]).toContain(status)
  expect(answers.slice(0, 4)).not.toContain(200)
  const { status, policy } = await launched.page.evaluate(async () => {
    const answer = await fetch('/')
    return { status: answer.status, policy: answer.headers.get('content-security-policy') ?? '' }
  })
  expect(status).toBe(200)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
})

test('the page can neither leave nor open windows, nor ask for permissions, nor load from elsewhere', async ({ allowErrors }) => {
  allowErrors.push(/Content Security Policy|Not allowed to load local resource|Failed to load resource/)
  const { app, page } = launched
  const opened: unknown[] = []
  app.on('window', (window) => opened.push(window.url()))
  const outcome = await page.evaluate(async () => {
    const popup = window.open('https://example.org/') ?? window.open('app://synoptic/') ?? window.open('about:blank')
    const link = Object.assign(document.createElement('a'), { href: 'file:///etc/passwd', target: '_blank' })
    document.body.append(link)
    link.click()
    Object.assign(link, { target: '', href: 'https://example.org/' }).click()
    location.assign('https://example.org/')
    const permission = async (name: string): Promise<string> => (await navigator.permissions.query({ name: name as PermissionName })).state
    const denied = async (what: Promise<unknown> | undefined): Promise<string> => what === undefined ? 'absent' : what.then(() => 'granted', () => 'denied')
    return {
      popup: popup === null,
      permissions: await Promise.all(['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'].map(permission)),
      notification: await Notification.requestPermission(),
      camera: await denied(navigator.mediaDevices?.getUserMedia({ video: true })),
      screen: await denied(navigator.mediaDevices?.getDisplayMedia()),
      fetch: await denied(fetch('https://example.org/')),
      local: await denied(fetch('file:///etc/passwd')),
    }
  })
  expect(outcome).toMatchObject({ popup: true, notification: 'denied', fetch: 'denied', local: 'denied' })
  expect(outcome.permissions).not.toContain('granted')
  expect([outcome.camera, outcome.screen]).not.toContain('granted')
  expect(page.url()).toBe('app://synoptic/')
  expect(opened).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('unknown calls and malformed arguments are answered, never obeyed', async () => {
  const { page } = launched
  const refused = await page.evaluate(async () => {
    const { call } = (window as unknown as { synoptic: Exposed }).synoptic
    const deep: Record<string, unknown> = {}
    let inner = deep
    for (let i = 0; i < 400; i += 1) inner = inner['x'] = {} as Record<string, unknown>
    const names: unknown[] = ['nothing', '', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 7, null, undefined, {}, ['app.start'], 'app.start ', 'x'.repeat(1_000_000)]
    const malformed: [string, unknown][] = [
      ['app.start', {}], ['app.settings', { theme: 'pink' }], ['app.settings', { coderName: 'x'.repeat(201) }], ['app.settings', 'dark'], ['app.menu', [{ label: 1 }]],
      ['project.open', null], ['project.open', { from: '/etc' }], ['project.open', { from: 'recent', recent: '../../etc' }], ['project.open', { from: 'new', name: '' }],
      ['project.save', { changes: 'all' }], ['project.save', { changes: [{ label: 'x', edits: [{ kind: '__proto__', id: 'a', before: null, after: null }] }] }],
      ['project.annotations', { articles: ['../../../etc/passwd'] }], ['article.text', { article: '../project' }], ['article.text', { article: 'a\0b' }], ['article.text', deep],
      ['import.read', { offer: '/etc/passwd' }], ['import.keep', { offer: 'unknown' }], ['export.run', { format: 'exe' }], ['project.view', { view: 'read' }],
    ]
    const answers = await Promise.all([...names.map((name) => call(name, null)), ...malformed.map(([name, args]) => call(name, args))])
    return answers.map(({ ok, message }) => ({ ok, told: typeof message === 'string' && message !== '' }))
  })
  expect(refused.length).toBeGreaterThan(30)
  for (const [i, answer] of refused.entries()) expect(answer, `answer ${i}`).toEqual({ ok: false, told: true })
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
  // And the window still does its work.
  await new Researcher(launched).introducesHerself()
})

test('a researcher’s work makes no request to anywhere', async () => {
  const { app } = launched
  await app.evaluate(({ session }) => {
    const urls: string[] = []
    session.defaultSession.webRequest.onSendHeaders((request) => { urls.push(request.url) })
    Object.assign(globalThis, { urls })
  })
  const ana = new Researcher(launched)
  const urls: string[] = []
  ana.page.on('request', (request) => urls.push(request.url()))
  await ana.introducesHerself()
  await ana.opensSample()
  await ana.column(1).drags('holy struggle')
  await ana.finds('just fight', 'Enter')
  await ana.presses('Control+k', 'Escape', '?')
  await expect(ana.page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  urls.push(...await app.evaluate(() => (globalThis as unknown as { urls: string[] }).urls))
  expect(urls.length, 'the watch sees requests').toBeGreaterThan(0)
  expect(urls.filter((url) => !url.startsWith('app://synoptic/'))).toEqual([])
})
