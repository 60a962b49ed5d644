/**
 * Error catalogues: every error a person can see is declared once, with its HTTP status beside its code.
 *
 * `const PromptError = defineErrors('prompt', { name_taken: { status: 409, message: (p: { name: string }) => … } })`
 * makes `PromptError.name_taken({ name })`, a `DomainError` with the code `prompt.name_taken`. The parameters
 * travel to the caller with the message: nothing secret belongs in them.
 */

export type ErrorStatus =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 406
  | 408
  | 409
  | 410
  | 412
  | 413
  | 415
  | 422
  | 423
  | 424
  | 428
  | 429
  | 500
  | 501
  | 502
  | 503
  | 504;

/** Where in the input an error lies: `['sections', 0, 'text']`. */
export type ErrorPath = readonly (string | number)[];

/** One finding in an input, as it stands in the `errors` list of a problem document. */
export type ErrorIssue = { path: ErrorPath; code: string; message: string };

export type ErrorParams = Readonly<Record<string, unknown>>;

type DomainErrorParts = {
  code: string;
  status: ErrorStatus;
  message: string;
  params?: ErrorParams;
  path?: ErrorPath;
  issues?: readonly ErrorIssue[];
  cause?: unknown;
};

export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: string;
  readonly status: ErrorStatus;
  readonly params: ErrorParams;
  readonly path: ErrorPath | undefined;
  readonly issues: readonly ErrorIssue[];

  constructor(parts: DomainErrorParts) {
    super(parts.message, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.code = parts.code;
    this.status = parts.status;
    this.params = parts.params ?? {};
    this.path = parts.path;
    this.issues = parts.issues ?? [];
  }

  /** The same error, pointing at a place in the input. */
  at(...path: (string | number)[]): DomainError {
    return new DomainError({ ...this.#parts(), path });
  }

  /** The same error with the findings that led to it. */
  with(issues: readonly ErrorIssue[]): DomainError {
    return new DomainError({ ...this.#parts(), issues });
  }

  /** The same error, keeping what caused it for the log; the cause never leaves the server. */
  because(cause: unknown): DomainError {
    return new DomainError({ ...this.#parts(), cause });
  }

  #parts(): DomainErrorParts {
    const { code, status, message, params, path, issues, cause } = this;
    return { code, status, message, params, path, issues, cause };
  }
}

type ErrorDeclaration = { status: ErrorStatus; message: (params: never) => string };

type ErrorMaker<Code extends string, Declaration extends ErrorDeclaration> = {
  (...params: Parameters<Declaration['message']>): DomainError;
  readonly code: Code;
  readonly status: Declaration['status'];
};

export type ErrorCatalogue<Module extends string, Declarations extends Record<string, ErrorDeclaration>> = {
  readonly [Name in keyof Declarations & string]: ErrorMaker<`${Module}.${Name}`, Declarations[Name]>;
};

/** Declares a module's errors. Names are snake_case; each maker also carries its `code` and `status`. */
export function defineErrors<
  const Module extends string,
  const Declarations extends Record<string, ErrorDeclaration>,
>(module: Module, declarations: Declarations): ErrorCatalogue<Module, Declarations> {
  const makers = Object.entries(declarations).map(([name, { status, message }]) => {
    const code = `${module}.${name}`;
    const write = message as (params?: ErrorParams) => string;
    const make = (params?: ErrorParams) => new DomainError({ code, status, message: write(params), params });
    return [name, Object.assign(make, { code, status })] as const;
  });
  const catalogue: unknown = Object.freeze(Object.fromEntries(makers));
  return catalogue as ErrorCatalogue<Module, Declarations>;
}

/** The codes and statuses of a catalogue, in the order of their declaration. */
export function listErrors(
  catalogue: Readonly<Record<string, { readonly code: string; readonly status: ErrorStatus }>>,
): { code: string; status: ErrorStatus }[] {
  return Object.values(catalogue).map(({ code, status }) => ({ code, status }));
}
