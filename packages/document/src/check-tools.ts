import { parse } from '@promptvault/template';
import { documentProblem } from './parsed-document.ts';
import type { DocumentProblem, Tool, ToolImplementation } from './shape.ts';

/** The providers' own rule for names of functions. */
const namePattern = /^[A-Za-z0-9_-]{1,64}$/;

/** A scheme and a host that nothing is put into: arguments come from a model and must not choose whom it calls. */
const addressPattern = /^https?:\/\/[^\s/{}?#@\\]+(?:[/?#]|$)/i;

/** Whether a tool may be called at this address: the part before the path is written out. */
export const hasOwnHost = (url: string): boolean => addressPattern.test(url);

/** A path, with the label or the number of a version where one is meant. */
const referencePattern = /^[^\s@{}]+(?:@[^\s@{}]+)?$/;

/** Whether a tool's reference can name a prompt. */
export const namesPrompt = (reference: string): boolean => referencePattern.test(reference);

/**
 * Tools that no model can be offered or that cannot be carried out: `tool.duplicate`, `tool.bad_name`,
 * `tool.bad_address`, `tool.bad_template`, `tool.no_code`,
 * `tool.bad_reference`. The subject is the tool's name.
 */
export function checkTools(tools: readonly Tool[]): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const names = new Set<string>();
  for (const { name, implementation } of tools) {
    const add = (code: string, message: string) =>
      problems.push(documentProblem({ severity: 'error', code: `tool.${code}`, message, subject: name }));
    if (names.has(name)) add('duplicate', `There are two tools named "${name}".`);
    else if (!namePattern.test(name))
      add('bad_name', `No model can call "${name}": names of tools are up to 64 letters, digits, _ and -.`);
    names.add(name);
    if (implementation) checkImplementation(implementation, name, add);
  }
  return problems;
}

function checkImplementation(
  implementation: ToolImplementation,
  name: string,
  add: (code: string, message: string) => void,
): void {
  if (implementation.kind === 'javascript') {
    if (implementation.code.trim() === '') add('no_code', `"${name}" has no JavaScript to run.`);
    return;
  }
  if (implementation.kind === 'prompt') {
    if (!namesPrompt(implementation.reference))
      add('bad_reference', `"${name}" needs the path of a prompt, such as research/summary@production.`);
    return;
  }
  if (implementation.kind === 'http' && !hasOwnHost(implementation.url))
    add(
      'bad_address',
      `"${name}" needs an address that begins with https:// and a host without variables, such as https://api.example.com/v1/{{id}}.`,
    );
  const texts =
    implementation.kind === 'mock' ? [implementation.reply] : [implementation.url, implementation.body ?? ''];
  const fault = texts.flatMap((text) => parse(text).problems).find(({ severity }) => severity === 'error');
  if (fault) add('bad_template', `"${name}": ${fault.message}`);
}
