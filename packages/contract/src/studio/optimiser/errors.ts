import { defineErrors } from '../../errors.ts';

export const OptimiserError = defineErrors('optimiser', {
  too_few_cases: {
    status: 422,
    message: (p: { least: number }) =>
      `Some cases are shown to the model and others are kept from it, so at least ${p.least} are needed. Add some, or have them generated.`,
  },
  too_large: {
    status: 422,
    message: (p: { items: number; most: number }) =>
      `This could be ${p.items.toLocaleString('en')} runs: cases × models × settings × repetitions × candidates. At most ${p.most.toLocaleString('en')} are made for one optimisation.`,
  },
  needs_cases: {
    status: 422,
    message: () => 'Without a suite, say how many cases are generated and which model answers them.',
  },
  other_prompt: { status: 422, message: () => 'The suite is of another prompt. Choose one of this prompt.' },
  still_running: {
    status: 409,
    message: () => 'This prompt is being optimised already. Wait for its end, or stop it.',
  },
  not_running: { status: 409, message: () => 'This optimisation is over already.' },
  not_stopped: {
    status: 409,
    message: () => 'Only an optimisation that was stopped, or whose budget is spent, can be gone on with.',
  },
  no_candidate: {
    status: 409,
    message: () => 'This candidate was discarded, or is not judged yet, so it cannot become a branch.',
  },
});
