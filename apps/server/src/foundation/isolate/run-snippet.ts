/// <reference path="./web-assembly.d.ts" />
/** One snippet in an interpreter of its own. Runs inside the thread; whatever it takes dies with the instance. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import quickjs from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core';
import type { ThreadOptions, ThreadReply, ThreadRequest } from './isolate-protocol.ts';

/** Its types describe the other build of the package, which has the variant one level deeper. */
const baseVariant = quickjs as unknown as QuickJSSyncVariant;

const pageBytes = 65_536;
/** What the interpreter asks for at its start; less does not link. */
const firstPages = 256;
const stackBytes = 256 * 1024;
const messageLength = 2000;

export type RunSnippet = (request: ThreadRequest) => Promise<ThreadReply>;

/** Compiles the interpreter once; each snippet then gets a fresh instance with memory of its own. */
export async function prepareInterpreter(options: ThreadOptions): Promise<RunSnippet> {
  const file = fileURLToPath(import.meta.resolve('@jitl/quickjs-wasmfile-release-sync/wasm'));
  const wasmModule = await WebAssembly.compile(await readFile(file));
  return async (request) => {
    const wasmMemory = new WebAssembly.Memory({
      initial: firstPages,
      maximum: Math.floor(options.memoryBytes / pageBytes),
    });
    const interpreter = await newQuickJSWASMModuleFromVariant(
      newVariant(baseVariant, { wasmModule, wasmMemory }),
    );
    const runtime = interpreter.newRuntime();
    runtime.setMemoryLimit(options.heapBytes);
    runtime.setMaxStackSize(stackBytes);
    // Nothing is disposed of: freeing what a hostile snippet left can fail, and the instance goes as a whole.
    return evaluate(runtime.newContext(), request, options.outputLength);
  };
}

function evaluate(vm: QuickJSContext, request: ThreadRequest, outputLength: number): ThreadReply {
  // Both are taken before the snippet can put others in their place.
  const json = vm.getProp(vm.global, 'JSON');
  const parse = vm.getProp(json, 'parse');
  const stringify = vm.getProp(json, 'stringify');

  const compiled = compile(vm, request);
  if ('error' in compiled) return fault(vm, compiled.error);
  const input = vm.callFunction(parse, vm.undefined, vm.newString(request.input));
  if (input.error) return fault(vm, input.error);
  const values = request.names.map((name) => vm.getProp(input.value, name));

  let gave = call(vm, compiled.value, values);
  // Who writes a function means what it gives: it gets the first input, and all of them beside it.
  if ('value' in gave && vm.typeof(gave.value) === 'function')
    gave = call(vm, gave.value, [...values.slice(0, 1), input.value]);
  if ('reply' in gave) return gave.reply;

  const text = vm.callFunction(stringify, vm.undefined, gave.value);
  if (text.error) return fault(vm, text.error);
  if (vm.typeof(text.value) !== 'string') return { kind: 'value', json: 'null' };
  // Asked inside first: a text too long is never carried out.
  if (vm.getNumber(vm.getProp(text.value, 'length')) > outputLength) return { kind: 'too_long' };
  return { kind: 'value', json: vm.getString(text.value) };
}

/** What a function gives, at once or later. */
function call(
  vm: QuickJSContext,
  called: QuickJSHandle,
  values: readonly QuickJSHandle[],
): { value: QuickJSHandle } | { reply: ThreadReply } {
  const result = vm.callFunction(called, vm.undefined, ...values);
  if (result.error) return { reply: fault(vm, result.error) };
  const jobs = vm.runtime.executePendingJobs();
  if (jobs.error) return { reply: fault(vm, jobs.error) };
  const settled = vm.getPromiseState(result.value);
  if (settled.type === 'rejected') return { reply: fault(vm, settled.error) };
  if (settled.type === 'fulfilled') return { value: settled.value };
  return {
    reply: { kind: 'threw', name: 'Error', message: 'It waits for something that never comes.' },
  };
}

/** The code as an async function of its inputs: as an expression where it is one, else as a body. */
function compile(
  vm: QuickJSContext,
  { code, names }: ThreadRequest,
): { value: QuickJSHandle } | { error: QuickJSHandle } {
  const head = `(async (${names.join(', ')}) =>`;
  const expression = code.trim().replace(/;$/, '');
  const attempts = [`${head} (\n${expression}\n))`, `${head} {\n${code}\n})`];
  let last: { error: QuickJSHandle } | undefined;
  for (const source of attempts) {
    const made = vm.evalCode(source, 'snippet.js', { strict: true });
    if (!made.error) return { value: made.value };
    last = { error: made.error };
  }
  return last ?? { error: vm.undefined };
}

/** What was thrown, as name and message. A snippet can throw anything, so nothing about it is believed. */
function fault(vm: QuickJSContext, error: QuickJSHandle): ThreadReply {
  const isObject = vm.typeof(error) === 'object' && !vm.sameValue(error, vm.null);
  const name = isObject ? readText(vm, error, 'name') : '';
  const message = isObject ? readText(vm, error, 'message') : readPlain(vm, error);
  if (name === 'InternalError' && message === 'out of memory') return { kind: 'memory' };
  return {
    kind: 'threw',
    name: name || 'Error',
    message: message || 'It threw something without a message.',
  };
}

function readText(vm: QuickJSContext, object: QuickJSHandle, key: string): string {
  try {
    return readPlain(vm, vm.getProp(object, key));
  } catch {
    // A getter that throws says nothing.
    return '';
  }
}

function readPlain(vm: QuickJSContext, value: QuickJSHandle): string {
  const type = vm.typeof(value);
  if (type === 'string') {
    // The handle's own length property, so that no huge text is carried out for its first line.
    if (vm.getNumber(vm.getProp(value, 'length')) > 1_000_000) return 'a text too long to show';
    return vm.getString(value).slice(0, messageLength);
  }
  if (type === 'number' || type === 'boolean') return String(vm.dump(value));
  return '';
}
