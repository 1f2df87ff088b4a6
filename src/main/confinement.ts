import { app, session, type WebContents } from 'electron'

/** Switches that keep Chromium from calling home; with the last one no name resolves at all. */
const quiet: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'], ['disable-component-update'], ['disable-domain-reliability'], ['disable-sync'],
  ['no-first-run'], ['no-pings'], ['dns-prefetch-disable'], ['disable-breakpad'],
  ['disable-features', 'MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
]

/** Switches that would open the window to another program on the machine; Electron's fuses close only Node's own. */
const debugging = ['remote-debugging-port', 'remote-debugging-pipe']

/** To be called before Electron is ready. */
export function confineProcess(): void {
  if (app.isPackaged) for (const name of debugging) app.commandLine.removeSwitch(name)
  for (const [name, value] of quiet) app.commandLine.appendSwitch(name, value)
  // enableSandbox() overrides --no-sandbox in child processes; started as root they would then crash in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}

/** Denies everything a page could ask for or go to. To be called once Electron is ready, before any window. */
export function confineSession(origin: string): void {
  const { defaultSession } = session
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.setPermissionRequestHandler((_contents, _permission, done) => { done(false) })
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.on('will-download', (event) => { event.preventDefault() })
  defaultSession.webRequest.onBeforeRequest((request, done) => {
    done({ cancel: !request.url.startsWith(`${origin}/`) && !request.url.startsWith('devtools:') && !request.url.startsWith('data:image/') })
  })
  app.on('web-contents-created', (_event, contents) => { confineContents(contents) })
}

function confineContents(contents: WebContents): void {
  // The one way to the network that neither the policy of the page nor the request filter sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => { event.preventDefault() })
  contents.on('will-redirect', (event) => { event.preventDefault() })
  contents.on('will-attach-webview', (event) => { event.preventDefault() })
}
