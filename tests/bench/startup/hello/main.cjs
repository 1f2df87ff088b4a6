// The bare window that start-up is compared with: as sandboxed as ours, one line of HTML.
const { app, BrowserWindow } = require('electron')
const { join } = require('node:path')

app.setPath('userData', process.env.SYNOPTIC_DATA_DIR)
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { contextIsolation: true, sandbox: !app.commandLine.hasSwitch('no-sandbox') } })
  window.once('ready-to-show', () => window.show())
  window.loadFile(join(__dirname, 'index.html'))
})
