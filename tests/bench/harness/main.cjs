// An application without windows of its own: the benchmark opens one for each measurement.
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { app } = require('electron')

app.setPath('userData', fs.mkdtempSync(path.join(os.tmpdir(), 'synoptic-bench-')))
app.on('window-all-closed', () => undefined)
