/** How a model is told to go on with an answer that was cut off. */
import { hashMessages, type RenderedDocument } from '@promptvault/document';
import { takesPrefill } from '@promptvault/wire/prefill';
import type { ChosenModel } from '../../models/index.ts';
import type { RunColumns } from '../repository/runs.ts';
import type { RunOrder } from './execute-run.ts';

/** Said to models that would answer a beginning instead of going on with it. */
const goOn =
  'Your answer above was cut off. Go on exactly where it ends, beginning with the very next character. Repeat nothing of it, and say nothing about the interruption.';

export interface GoingOn {
  by: NonNullable<RunColumns['continuedBy']>;
  rendered: RenderedDocument;
  form: RunOrder['form'];
}

/** The messages with the text so far as the beginning of the answer. Its form is judged when it is whole. */
export function goingOn(rendered: RenderedDocument, soFar: string, model: ChosenModel): GoingOn {
  const prefill = takesPrefill(model);
  const assistant = { role: 'assistant' as const, content: prefill ? soFar.trimEnd() : soFar };
  const messages = [
    ...rendered.messages,
    assistant,
    ...(prefill ? [] : [{ role: 'user' as const, content: goOn }]),
  ];
  return {
    by: prefill ? 'prefill' : 'instruction',
    rendered: { ...rendered, messages, hash: hashMessages(messages), responseSchema: null, techniques: {} },
    form:
      rendered.responseSchema === null
        ? null
        : { schema: rendered.responseSchema, before: assistant.content },
  };
}
