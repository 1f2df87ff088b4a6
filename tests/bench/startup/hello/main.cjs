// The bare window that start-up is compared with: as sandboxed as ours, one line of HTML.
const { app, BrowserWindow } = require('electron')
const path = require('node:path')

app.setPath('userData', process.env.SYNOPTIC_DATA_DIR)
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { contextIsolation: true, sandbox: !app.commandLine.hasSwitch('no-sandbox') } })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(path.join(__dirname, 'index.html'))
})
