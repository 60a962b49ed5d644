import { parentPort } from 'node:worker_threads';
import { judge } from './judge.ts';
import { type SchemaQuestion, type SchemaVerdict, unusable } from './verdict.ts';

function answer(question: SchemaQuestion): SchemaVerdict {
  try {
    return judge(question);
  } catch (error) {
    // Such as a schema that refers to itself deeper than there is room for.
    return unusable(`The answer could not be checked: ${error instanceof Error ? error.message : error}`);
  }
}

parentPort?.on('message', (question: SchemaQuestion) => parentPort?.postMessage(answer(question)));
