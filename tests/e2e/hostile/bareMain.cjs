// A browser without any of the application's walls, to see what hostile text does where nothing stops it.
// What it asks for over HTTP is answered here: nothing of it, not even a look whether there is a network, leaves the process.
const { mkdtempSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')
const { app, BrowserWindow, protocol, session } = require('electron')

app.setPath('userData', mkdtempSync(path.join(tmpdir(), 'synoptic-bare-')))
for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'disable-sync', 'dns-prefetch-disable', 'no-pings']) app.commandLine.appendSwitch(name)
app.commandLine.appendSwitch('disable-features', 'MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater')
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')

/** Pages by address, what else was asked for, and what was asked of the browser. */
Object.assign(globalThis, { pages: {}, reached: [], outside: [] })

const answer = ({ url }) => {
  const page = globalThis.pages[url]
  if (page === undefined) globalThis.reached.push(url)
  return new Response(page ?? '', { status: page === undefined ? 404 : 200, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

const refuse = (what) => (event) => {
  if (what === 'navigation' && !event.isMainFrame) return
  globalThis.outside.push(what)
  event.preventDefault()
}

/** What is not answered here. */
const keepIn = ({ url }, done) => { done({ cancel: /^(?:wss?|ftp|file):/.test(url) }) }

app.on('web-contents-created', (_event, contents) => {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => {
    globalThis.outside.push('window')
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', refuse('navigation'))
})

void app.whenReady().then(() => {
  const { defaultSession } = session
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.on('will-download', refuse('download'))
  defaultSession.webRequest.onBeforeRequest(keepIn)
  for (const scheme of ['http', 'https']) protocol.handle(scheme, answer)
  return new BrowserWindow({ width: 1000, height: 800, webPreferences: { sandbox: true } }).loadURL('about:blank')
})
