import { ApiProblem, type FieldProblem } from './api-problem.ts';

type FormRefusal = { message: string; errors: readonly Pick<FieldProblem, 'path' | 'message'>[] };

/** What a form shows of a refusal: under a field when the server points there, or when `fields` ties the code to one. */
export const refusalOf =
  (fields: Readonly<Record<string, string>> = {}) =>
  (error: unknown): FormRefusal | undefined => {
    if (!(error instanceof ApiProblem)) return undefined;
    const { code, message, errors } = error;
    const field = fields[code];
    return { message, errors: errors.length === 0 && field ? [{ path: [field], message }] : errors };
  };
