import { contextService } from './context-service.ts';
import type { ToWorker } from './worker-protocol.ts';

type WorkerScope = {
  postMessage: (message: unknown) => void;
  addEventListener: (kind: 'message', listener: (event: MessageEvent<ToWorker>) => void) => void;
};

const scope = globalThis as unknown as WorkerScope;
const service = contextService((message) => scope.postMessage(message));
scope.addEventListener('message', ({ data }) => void service.receive(data));
