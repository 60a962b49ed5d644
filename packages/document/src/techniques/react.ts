/**
 * ReAct: a model that takes no tools thinks, acts and is told what it sees, in words. What it says is read line by
 * line; the first action or final answer decides what a step is, whatever the model makes up after it.
 */
import type { Json } from '../json.ts';
import { objectLength } from './object-length.ts';

interface WordedTool {
  name: string;
  description: string;
  parameters: Json;
}

/** How the model is told of its tools and of the form of its steps. */
export function reactWords(tools: readonly WordedTool[], responseSchema: Json): string {
  const list = tools.map(({ name, description, parameters }) => {
    const about = description.trim() === '' ? '' : `: ${description.trim()}`;
    return `- ${name}${about}\n  Arguments, as a JSON schema: ${JSON.stringify(parameters)}`;
  });
  const form =
    responseSchema === null
      ? ''
      : `\nThe final answer is JSON alone, by this schema: ${JSON.stringify(responseSchema)}`;
  return `You may use these tools, one at a time:
${list.join('\n')}

Work in steps of this form, and stop after each Action Input:
Thought: what to do next
Action: the name of one tool
Action Input: its arguments, as one JSON object

You are then told what came of it, after the word Observation. Once you know the answer, say instead:
Thought: why this is the answer
Final Answer: the answer${form}`;
}

/** What the model is told of a call. */
export const observationOf = (output: string): string => `Observation: ${output}`;
/** Where it is to stop, so that it makes up no observations. */
export const observationMark = '\nObservation:';

export interface ReActPiece {
  kind: 'thought' | 'answer';
  text: string;
}

export interface ReActStep {
  /** What was held back. */
  pieces: ReActPiece[];
  /** The call it asks for; its input as JSON, or as the text it is where that is none. */
  action: { name: string; input: unknown } | undefined;
  /** What it said up to and with its action, to be given back to it. */
  said: string;
}

/** Reads one step as it comes; joined, the pieces say the same however the text was cut. */
export interface ReActReader {
  take(text: string): ReActPiece[];
  end(): ReActStep;
}

/** Models like to set the words of the form in bold or as headings, and to count them. */
const before = '^[ \\t]*(?:[#>]{1,6}[ \\t]*)?[*_]{0,3}';
const after = '(?:[ \\t]+\\d{1,3})?[*_]{0,3}[ \\t]*:[*_]{0,3}';
const finalLine = new RegExp(`${before}final answer(?:${after}[ \\t]*|[*_]{0,3}[ \\t]*$)`, 'i');
const actionLine = new RegExp(`${before}action${after}[ \\t]*(.*)$`, 'i');
const inputMark = new RegExp(`${before}action input${after}`, 'im');
const observedLine = new RegExp(`${before}observation${after}`, 'im');
const thoughtMark = new RegExp(`^\\s*(?:[#>]{1,6}[ \\t]*)?[*_]{0,3}thought${after}\\s*`, 'i');

export function createReActReader(): ReActReader {
  let mode: 'thought' | 'answer' | 'action' = 'thought';
  let all = '';
  /** What of it was not told yet, and belongs to no mark: alone looked at, since all of it may be long. */
  let rest = '';
  let actionAt = 0;
  let spoke = false;

  const answer = (): ReActPiece[] => {
    const text = spoke ? rest : rest.trimStart();
    if (text === '') return [];
    spoke = true;
    rest = '';
    return [{ kind: 'answer', text }];
  };

  /** Takes whole lines, and the last one where nothing more comes. */
  const read = (isOver: boolean): ReActPiece[] => {
    const pieces: ReActPiece[] = [];
    let at = 0;
    while (mode === 'thought' && at < rest.length) {
      const next = rest.indexOf('\n', at);
      if (next < 0 && !isOver) break;
      const end = next < 0 ? rest.length : next + 1;
      const line = rest.slice(at, end).replace(/\r?\n$/, '');
      const final = finalLine.exec(line);
      if (final) {
        mode = 'answer';
        at += final[0].length;
      } else if (actionLine.test(line)) {
        mode = 'action';
        actionAt = all.length - rest.length + at;
      } else {
        pieces.push({ kind: 'thought', text: rest.slice(at, end) });
        at = end;
      }
    }
    rest = mode === 'action' ? '' : rest.slice(at);
    return mode === 'answer' ? [...pieces, ...answer()] : pieces;
  };

  return {
    take(text) {
      all += text;
      if (mode === 'action') return [];
      rest += text;
      return mode === 'answer' || text.includes('\n') ? read(false) : [];
    },
    end() {
      const pieces = read(true);
      if (mode === 'action') {
        const { name, input, end } = readAction(all.slice(actionAt));
        return { pieces, action: { name, input }, said: all.slice(0, actionAt + end).trimEnd() };
      }
      // It did not keep to the form: all it said is its answer.
      if (mode === 'thought' && all.trim() !== '')
        pieces.push({ kind: 'answer', text: all.replace(thoughtMark, '').trim() });
      return { pieces, action: undefined, said: all };
    },
  };
}

function readAction(text: string): { name: string; input: unknown; end: number } {
  const [first = ''] = text.split('\n', 1);
  const name = (actionLine.exec(first.replace(/\r$/, ''))?.[1] ?? '').trim().replace(/^[`"*]+|[`"*]+$/g, '');
  const mark = inputMark.exec(text);
  if (!mark) return { name, input: undefined, end: first.length };
  const from = mark.index + mark[0].length;
  const observed = text.slice(from).search(observedLine);
  const given = observed < 0 ? text.slice(from) : text.slice(from, from + observed);
  const open = given.indexOf('{');
  const length = open < 0 ? 0 : objectLength(given, open);
  if (length > 0) {
    try {
      const input: unknown = JSON.parse(given.slice(open, open + length));
      return { name, input, end: from + open + length };
    } catch {
      // Said as it is: the tool will say that it is none.
    }
  }
  return { name, input: given.trim(), end: from + given.trimEnd().length };
}
