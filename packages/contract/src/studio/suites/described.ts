/** A prompt that a model writes from a description, as it travels: asked for, looked at, and only then created. */
import { DOCUMENT_LIMITS } from '@promptvault/document';
import * as z from 'zod';
import { text } from '../../text.ts';
import { description, id, name } from '../../values.ts';
import { promptDocument } from '../../vault/prompts/shapes.ts';
import { caseInput } from '../cases/shapes.ts';
import { runStatus } from '../runs/shapes.ts';
import { mostProposals, suiteModel } from './shapes.ts';

export const longestAbout = 8_000;
export const longestRemark = 4_000;

export const describePromptBody = z.strictObject({
  model: suiteModel,
  about: text({ max: longestAbout, min: 1 })
    .refine((words) => words.trim() !== '', 'Say what the prompt should do.')
    .meta({ description: 'What the prompt should do, in words.' }),
  count: z
    .int()
    .min(0)
    .max(mostProposals)
    .default(5)
    .meta({ description: 'How many cases are wanted with it.' }),
  previous: z
    .strictObject({ runId: id(), remark: text({ max: longestRemark }).default('') })
    .nullable()
    .default(null)
    .meta({
      description:
        'An answer to go on from: the model is shown it, what is wrong with it, and the remark. An empty remark asks to put it right.',
    }),
});

export const describedParams = z.object({ runId: id() });

export const describedPrompt = z
  .object({
    runId: z.string(),
    status: runStatus,
    draft: z
      .object({
        title: z.string(),
        description: z.string(),
        document: promptDocument,
        cases: z.array(caseInput),
      })
      .nullable()
      .meta({ description: 'null while the model writes, and where its answer is no prompt.' }),
    faults: z.array(z.string()).meta({
      description: 'Why the answer cannot be a prompt. It can be asked to put that right once more.',
    }),
    problems: z.array(z.string()).meta({ description: 'Cases that are left out, and why.' }),
    answer: z.string().meta({ description: 'What the model wrote, as it wrote it, so far.' }),
    microDollars: z.int().nullable().meta({ description: 'What asking cost, as far as the price is known.' }),
  })
  .meta({
    id: 'DescribedPrompt',
    description: 'What a model made of a description; nothing of it is stored.',
  });
export type DescribedPromptView = z.output<typeof describedPrompt>;

export const createDescribedBody = z.strictObject({
  title: name(DOCUMENT_LIMITS.name),
  description: description().default(''),
  document: promptDocument,
  commit: z.boolean().default(true).meta({ description: 'true: the document is also version 1.' }),
  cases: z
    .array(caseInput)
    .max(mostProposals)
    .default([])
    .meta({ description: 'Those that are accepted; they become a set of cases of the prompt.' }),
});

export const createdDescribed = z
  .object({
    promptId: z.string(),
    caseSetId: z.string().nullable().meta({ description: 'null without cases.' }),
  })
  .meta({ id: 'CreatedDescribedPrompt' });
export type CreatedDescribedView = z.output<typeof createdDescribed>;
