import { defineErrors } from '../../errors.ts';

export const ImportError = defineErrors('import', {
  unreadable: {
    status: 422,
    message: (p: { reason: string }) => `Nothing was imported: ${p.reason}`,
  },
  too_many: {
    status: 422,
    message: (p: { found: number; limit: number }) =>
      `The file has ${p.found.toLocaleString('en')} prompts; one import takes ${p.limit.toLocaleString('en')}. Split it.`,
  },
  too_many_cases: {
    status: 422,
    message: (p: { found: number; limit: number }) =>
      `The prompts would get ${p.found.toLocaleString('en')} cases together; one import makes ${p.limit.toLocaleString('en')}. Import fewer prompts or tests at once.`,
  },
  already_undone: {
    status: 409,
    message: () => 'This import was undone before.',
  },
});
