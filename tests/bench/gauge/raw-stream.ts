import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });
const body = (model: string) =>
  JSON.stringify({
    model,
    stream: true,
    messages: [
      { role: 'system', content: 'You are brief.' },
      { role: 'user', content: 'Explain the tides.' },
    ],
  });

/** The same stream past us: milliseconds to the first text, and a promise of the number of chunks at the end. */
export function rawStream(
  baseUrl: string,
  model: string,
): Promise<{ firstTextMs: number; chunks: Promise<number> }> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      `${baseUrl}/chat/completions`,
      {
        agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer sk-raw' },
      },
      (response) => {
        const ended = Promise.withResolvers<number>();
        let chunks = 0;
        let first = true;
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          chunks += text.split('"content":').length - 1;
          if (first && /"content":"[^"]/.test(text)) {
            first = false;
            resolve({ firstTextMs: performance.now() - from, chunks: ended.promise });
          }
        });
        const fail = (error: Error) => (first ? reject(error) : ended.reject(error));
        response.on('end', () => {
          if (first)
            fail(new Error(`${model} ended with status ${response.statusCode} before its first text`));
          else ended.resolve(chunks);
        });
        response.on('error', fail);
      },
    );
    sent.on('error', reject);
    sent.end(body(model));
  });
}
