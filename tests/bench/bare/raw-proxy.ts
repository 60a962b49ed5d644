/** A process that hands a request on and pipes the answer back: what a stream costs without us. */
import { createServer, request } from 'node:http';

const [, , port = '0', target = ''] = process.argv;
const { hostname, port: targetPort } = new URL(target);

const server = createServer((incoming, response) => {
  const onward = request(
    {
      hostname,
      port: targetPort,
      method: incoming.method,
      path: incoming.url,
      headers: { ...incoming.headers, host: `${hostname}:${targetPort}` },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  incoming.pipe(onward);
});
// A connection that rests is never closed from this end: the next request may be on its way along it.
server.keepAliveTimeout = 0;
server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
