'use strict'
// The preload script of a window that has been taken over: it hands the page what Synoptic's own keeps to itself.
const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('raw', {
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args).then((value) => ({ value }), (error) => ({ rejected: String(error) })),
  send: (channel, ...args) => { ipcRenderer.send(channel, ...args) },
})
