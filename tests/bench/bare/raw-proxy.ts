/** A process that hands a request on and pipes the answer back: what a stream costs without us. */
import { createServer, request } from 'node:http';

const [, , port = '0', target = ''] = process.argv;
const { hostname, port: targetPort } = new URL(target);

createServer((incoming, response) => {
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
}).listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
