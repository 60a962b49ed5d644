/** A thread of the isolate: one snippet after the other, as the pool hands them in. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadOptions, ThreadReply, ThreadRequest } from './isolate-protocol.ts';
import { prepareInterpreter } from './run-snippet.ts';

const port = parentPort;
if (!port) throw new Error('a thread of the isolate was started without a parent');

const run = await prepareInterpreter(workerData as ThreadOptions);
const answer = (reply: ThreadReply) => port.postMessage(reply);

// What the interpreter itself cannot survive ends this thread, which the pool reports and replaces.
port.on('message', async (request: ThreadRequest) => answer(await run(request)));
answer({ kind: 'ready' });
