/** A process that sends each message of a WebSocket to all others at the same address: what telling costs without us. */
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

const rooms = new Map<string, Set<WebSocket>>();
const server = createServer();
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, request) => {
  const address = request.url ?? '/';
  const room = rooms.get(address) ?? new Set();
  rooms.set(address, room.add(socket));
  socket.on('message', (data, isBinary) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: isBinary });
  });
  socket.on('close', () => room.delete(socket));
  socket.on('error', () => socket.terminate());
});
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => process.send?.('ready'));
