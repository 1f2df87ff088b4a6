// Loaded before an application: says when its window first painted and when a heading stood in it, then ends it.
const { app } = require('electron')

const started = Number(process.env.STARTED_AT)
const heading = `new Promise((done) => {
  const look = () => document.querySelector('h1') ? requestAnimationFrame(() => done()) : setTimeout(look, 1)
  look()
})`

app.on('browser-window-created', (_event, window) => {
  window.once('ready-to-show', () => {
    const painted = Date.now() - started
    void window.webContents.executeJavaScript(heading).then(() => {
      console.log(`STOPWATCH ${JSON.stringify({ painted, usable: Date.now() - started })}`)
      app.exit(0)
    })
  })
})
