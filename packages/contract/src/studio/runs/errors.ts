import { defineErrors } from '../../errors.ts';
import { attachmentWords } from './attachment-words.ts';

const dollars = (micro: number) => `$${(micro / 1e6).toFixed(micro > 0 && micro < 1_000_000 ? 4 : 2)}`;

export const RunError = defineErrors('run', {
  prompt_has_errors: {
    status: 422,
    message: () => 'The prompt has errors and cannot be run. The list of errors says where and why.',
  },
  empty: {
    status: 422,
    message: () => 'The prompt is empty: there is nothing to send. Write at least one section.',
  },
  case_set_missing: {
    status: 422,
    message: (p: { chosen: boolean }) =>
      p.chosen
        ? 'The prompt takes examples from a set of cases that is not there, or that you may not see. Choose another set among its techniques.'
        : 'The prompt takes examples from cases, but names no set of them. Choose one among its techniques.',
  },
  too_much_at_once: {
    status: 422,
    message: (p: { mostCharacters: number; mostFiles: number }) =>
      `All sets together would send more than ${p.mostCharacters / 1_000_000} million characters or ${p.mostFiles.toLocaleString('en')} files. Take fewer sets or fewer files.`,
  },
  too_many_open: {
    status: 429,
    message: (p: { most: number }) =>
      `${p.most} runs are waiting or running already. Wait for some to end, or stop some.`,
  },
  still_open: {
    status: 409,
    message: () => 'This run is not over yet. Stop it, or wait for its end, then try again.',
  },
  nothing_to_continue: {
    status: 409,
    message: (p: { reason: 'complete' | 'empty' }) =>
      p.reason === 'complete'
        ? 'This answer is complete: there is nothing to go on with. Run it again instead.'
        : 'This run has no text to go on from. Run it again instead.',
  },
  is_repair: {
    status: 409,
    message: () => 'This run repairs the answer of another. Run that one again instead.',
  },
  is_part: {
    status: 409,
    message: () => 'This run is part of the answer of another. Run that one again instead.',
  },
  purse_exhausted: {
    status: 402,
    message: (p: {
      limitMicroDollars: number;
      spentMicroDollars: number;
      heldMicroDollars: number;
      neededMicroDollars: number;
    }) =>
      `Its budget of ${dollars(p.limitMicroDollars)} is spent: ${dollars(p.spentMicroDollars)} is used, and the next call could cost up to ${dollars(p.neededMicroDollars)}.`,
  },
  no_tree: {
    status: 409,
    message: () => 'This run grew no tree of thoughts, so there is nothing to let grow.',
  },
  thought_missing: {
    status: 422,
    message: () => 'The tree of this run has no such thought.',
  },
  thought_unwritten: {
    status: 409,
    message: () => 'This thought was never written, so nothing can follow it.',
  },
  tree_empty: {
    status: 409,
    message: (p: { why: string }) =>
      `No thought was written, so there is no answer.${p.why === '' ? '' : ` ${p.why}`}`,
  },
  tree_full: {
    status: 409,
    message: (p: { deepest: number; thoughts: number }) =>
      `A tree is at most ${p.deepest} thoughts deep and holds ${p.thoughts}. Let another branch grow, or fewer levels.`,
  },
  context_needed: {
    status: 422,
    message: (p: { paths: readonly string[] }) =>
      `The files of this run were not kept (${p.paths.slice(0, 3).join(', ')}${p.paths.length > 3 ? ', …' : ''}). Connect the folder and send them again.`,
  },
  values_needed: {
    status: 422,
    message: (p: { names: readonly string[] }) =>
      `Files given as values are not kept. Choose again: ${p.names.join(', ')}.`,
  },
  assignment_unknown: {
    status: 422,
    message: () =>
      'No running experiment on this prompt gave this version under this assignment. Fetch the label for the subject again, or run without it.',
  },
  attachment_unreadable: {
    status: 422,
    message: (p: { name: string }) =>
      `${p.name} is not a PNG, JPEG, GIF or WebP image or a PDF document, or is damaged. Send it as one of these, as base64; send text as context.`,
  },
  attachment_too_large: {
    status: 422,
    message: (p: { name: string; megabytes: number; pixels: number | null; pages: number | null }) =>
      p.pages === null
        ? `${p.name} is too large: an image has at most ${p.megabytes} MB and ${p.pixels?.toLocaleString('en')} pixels a side.`
        : `${p.name} is too large: a PDF document has at most ${p.megabytes} MB and ${p.pages} pages.`,
  },
  attachment_encrypted: {
    status: 422,
    message: (p: { name: string }) =>
      `${p.name} is an encrypted PDF document, which no provider reads. Save it without a password and send it again.`,
  },
  attachments_too_large: {
    status: 422,
    message: (p: { megabytes: number; kept: boolean }) =>
      p.kept
        ? `All sets together would keep more than ${p.megabytes} MB of attachments. Run without keeping contents, or take fewer sets or attachments.`
        : `The attachments together are larger than ${p.megabytes} MB. Take fewer of them, or smaller ones.`,
  },
  attachments_waiting: {
    status: 429,
    message: (p: { megabytes: number }) =>
      `Runs that are not over yet hold as many attachments as can wait (${p.megabytes} MB of an organization). Wait until some of them have ended, or stop them.`,
  },
  attachments_not_taken: {
    status: 422,
    message: (p: { models: readonly string[]; kinds: Parameters<typeof attachmentWords>[0] }) =>
      `${p.models.join(', ')} ${p.models.length === 1 ? 'does' : 'do'} not take ${attachmentWords(p.kinds)}. Choose a model that does, or take them away.`,
  },
  attachments_needed: {
    status: 422,
    message: (p: { names: readonly string[] }) =>
      `The attachments of this run were not kept. Send them again: ${p.names.join(', ')}.`,
  },
  is_private: {
    status: 409,
    message: () =>
      'This run was private: nothing of it was kept but numbers, so it cannot be repeated, continued, compared or shared.',
  },
  private_forbidden: {
    status: 403,
    message: () =>
      'Private runs are not allowed in this organization. Run on a connection of the organization, or ask an owner or admin to allow them.',
  },
  no_prompt: {
    status: 409,
    message: () =>
      'This run was made from a text without a prompt, so there is no newer version of it. Run it again as it was.',
  },
  connection_gone: {
    status: 409,
    message: (p: { name: string }) =>
      `The connection “${p.name}” of this run was deleted. Run the prompt again on another model.`,
  },
});
