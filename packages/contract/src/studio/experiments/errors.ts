import { defineErrors } from '../../errors.ts';

export const ExperimentError = defineErrors('experiment', {
  wrong_status: {
    status: 409,
    message: (p: { status: string }) => `The experiment is ${p.status}, so this cannot be done with it now.`,
  },
  label_busy: {
    status: 409,
    message: (p: { label: string }) =>
      `Another experiment runs on ${p.label} of this prompt. Stop or conclude it first.`,
  },
  not_control: {
    status: 409,
    message: (p: { label: string; version: number }) =>
      `${p.label} must point at version ${p.version} alone, the first variant: that is what all others are compared with, and what everybody gets again at the end.`,
  },
  own_approval: {
    status: 403,
    message: () => 'Nobody approves an experiment they made or changed. Another member must.',
  },
  variants_differ: {
    status: 422,
    message: (p: { variants: number }) => `The experiment has ${p.variants} variants. Give each a weight.`,
  },
  unknown_variant: {
    status: 422,
    message: (p: { variant: string }) => `The experiment has no variant “${p.variant}”.`,
  },
  end_passed: {
    status: 422,
    message: () => 'The planned end is over already. Choose a later one.',
  },
});
