import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { samplesDirectory } from '../samples.ts';
import type { ProtocolName } from './behaviour.ts';

/** Where each protocol's recordings lie; the other folders beside them hold APIs that the gateway does not speak. */
const folders: Record<ProtocolName, string> = {
  openai: 'openai/src/chat/__fixtures__',
  openai_responses: 'openai/src/responses/__fixtures__',
  anthropic: 'anthropic/src/__fixtures__',
  google: 'google/src/__fixtures__',
  openai_compatible: 'openai-compatible/src/chat/__fixtures__',
};

const recording = /\.(chunks\.txt|sse)$/;

export type RecordedStream = { protocol: ProtocolName; name: string; lines: string[] };

/** All recorded streams of a protocol; empty where the sample data is absent. */
export function recordedStreams(protocol: ProtocolName): RecordedStream[] {
  const samples = samplesDirectory();
  if (!samples) return [];
  const folder = join(samples, 'wire', folders[protocol]);
  return readdirSync(folder)
    .filter((file) => recording.test(file))
    .sort()
    .flatMap((file) => {
      const name = basename(file).replace(recording, '');
      const answers = separateAnswers(recordedLines(readFileSync(join(folder, file), 'utf8')));
      return answers.map((lines, index) => ({
        protocol,
        name: index === 0 ? name : `${name}-${index + 1}`,
        lines,
      }));
    });
}

const endOfAnswer = /"type":"(message_stop|response\.(completed|incomplete|failed))"/;

/** Some recordings hold the answers of several requests one after the other. */
function separateAnswers(lines: string[]): string[][] {
  const answers: string[][] = [];
  let current: string[] = [];
  for (const line of lines) {
    current.push(line);
    if (endOfAnswer.test(line)) {
      answers.push(current);
      current = [];
    }
  }
  return current.length > 0 ? [...answers, current] : answers;
}

export function findRecordedStream(protocol: ProtocolName, name: string): RecordedStream | undefined {
  return recordedStreams(protocol).find((stream) => stream.name === name);
}

/** A recording is one JSON a line; the one kept with its framing has it taken off. */
function recordedLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^data: /, '').trim())
    .filter((line) => line !== '' && line !== '[DONE]');
}
