// What the server is measured against: ws alone, sending back what it gets.
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('message', (bytes, isBinary) => socket.send(bytes, { binary: isBinary }))
})
server.on('listening', () => console.log(`ready server http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.once('disconnect', () => process.exit(0))
