/** One call of one tool. It never throws: whatever goes wrong is told to the model, which may find another way. */
import type { Tool } from '@promptvault/document';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { Outcome } from '../../../../foundation/isolate/isolate.ts';
import { checkJson } from '../../../../foundation/json-schema/check-json.ts';
import { fillReply } from './fill-arguments.ts';
import { callHttpTool, type FindSecrets } from './http-tool.ts';
import { answered, failed, type ToolAnswer } from './tool-answer.ts';

export interface ToolOutcome extends ToolAnswer {
  durationMs: number;
}

/** Calls a tool that is another prompt. */
export type CallPrompt = (reference: string, values: Record<string, unknown>) => Promise<ToolAnswer>;

export interface ToolOrder {
  call: { name: string; input: unknown };
  tools: readonly Tool[];
  confirmedTools: readonly string[];
  signal: AbortSignal;
  callPrompt: CallPrompt;
  findSecrets: FindSecrets;
}

/** Of an answer, in UTF-16 units: more would fill the model's window rather than help it. */
const longestOutput = 100_000;

export async function callTool(ports: Ports, order: ToolOrder): Promise<ToolOutcome> {
  const began = ports.clock.monotonic();
  const { output, ...answer } = await answerOf(ports, order);
  return { ...answer, output: shortened(output), durationMs: Math.round(ports.clock.monotonic() - began) };
}

async function answerOf(ports: Ports, order: ToolOrder): Promise<ToolAnswer> {
  const { call, tools, confirmedTools, signal } = order;
  const tool = tools.find(({ name, implementation }) => name === call.name && implementation);
  if (!tool?.implementation) return failed(`There is no tool named "${call.name}".`);
  const args = readArguments(call.input);
  if (!args) return failed('The arguments are not a JSON object.');
  const faults = await faultsOf(tool, args);
  if (faults) return failed(faults);
  const { implementation } = tool;
  switch (implementation.kind) {
    case 'mock':
      return answered(fillReply(implementation.reply, args));
    case 'javascript':
      return printed(await ports.isolate.run({ code: implementation.code, input: { input: args } }, signal));
    case 'http':
      if (!implementation.safe && !confirmedTools.includes(tool.name))
        return failed(
          `"${tool.name}" may change something, and the person who started this run did not agree to calling it.`,
        );
      return callHttpTool(
        { fetch: ports.fetch, findSecrets: order.findSecrets },
        implementation,
        args,
        signal,
      );
    case 'prompt':
      return order.callPrompt(implementation.reference, args);
  }
}

/** What is wrong with the arguments by the tool's own schema; a schema that cannot be used demands nothing. */
async function faultsOf(
  { name, parameters }: Tool,
  args: Record<string, unknown>,
): Promise<string | undefined> {
  if (typeof parameters !== 'object' || parameters === null) return undefined;
  const { outcome, problems } = await checkJson({ schema: parameters, text: JSON.stringify(args) });
  if (outcome !== 'invalid') return undefined;
  const list = problems.map(({ path, message }) => `- ${path === '' ? 'the whole' : path}: ${message}`);
  return `Nothing was done: the arguments do not follow the schema of "${name}".\n${list.join('\n')}`;
}

function readArguments(input: unknown): Record<string, unknown> | undefined {
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return input as Record<string, unknown>;
  // A tool without arguments is called with nothing by some models.
  return input === undefined || input === null || input === '' ? {} : undefined;
}

function printed(outcome: Outcome): ToolAnswer {
  switch (outcome.kind) {
    case 'value':
      return answered(typeof outcome.value === 'string' ? outcome.value : JSON.stringify(outcome.value));
    case 'threw':
      return failed(`The tool failed: ${outcome.name}: ${outcome.message}`);
    case 'timeout':
      return failed(`The tool was ended: it took longer than ${outcome.afterMs / 1000} s.`);
    case 'memory':
      return failed(`The tool was ended: it needs more than ${outcome.limitBytes / 2 ** 20} MB.`);
    case 'refused':
      if (outcome.reason === 'output_too_long')
        return failed('What the tool answered is too long to be read.');
      return failed(`The tool was not run: ${refusals[outcome.reason]}.`);
  }
}

const refusals = {
  code_too_long: 'its code is too long',
  input_too_long: 'the arguments are too long',
  crowded: 'too many are waiting',
  ended: 'the run was ended',
} as const;

function shortened(output: string): string {
  if (output.length <= longestOutput) return output;
  const left = output.length - longestOutput;
  return `${output.slice(0, longestOutput).toWellFormed()}\n… (${left} more characters were left out)`;
}
