import { defineErrors } from '../../errors.ts';

export const SuiteError = defineErrors('suite', {
  name_taken: {
    status: 409,
    message: (p: { name: string }) =>
      `This prompt has a suite named “${p.name}” already. Choose another name.`,
  },
  other_prompt: {
    status: 422,
    message: () => 'The cases are of another prompt. Choose a set of cases of this prompt.',
  },
  no_cases: {
    status: 422,
    message: () => 'The set has no cases yet, so there is nothing to run. Add one first.',
  },
  too_large: {
    status: 422,
    message: (p: { items: number; most: number }) =>
      `This would be ${p.items.toLocaleString('en')} runs: cases × versions × models × settings × repetitions. At most ${p.most.toLocaleString('en')} are run at once.`,
  },
  still_running: {
    status: 409,
    message: () => 'This suite is running already. Wait for its end, or stop it.',
  },
  not_stopped: {
    status: 409,
    message: () =>
      'This run of the suite goes on, or all of it was run. Only what was stopped or broke off can be gone on with.',
  },
  not_starter: {
    status: 409,
    message: () =>
      'Only whoever started this run can raise its budget while it goes on. Stop it first: whoever goes on with it then pays for it.',
  },
  not_running: {
    status: 409,
    message: () => 'This run of the suite is over already.',
  },
});
