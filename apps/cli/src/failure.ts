/** Why a command cannot go on, in a sentence for whoever called it. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly exitCode: number;

  constructor(message: string, exitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What a server answers when it refuses: a problem document, or whatever stands before the server. */
export function refusalOf(status: number, body: unknown): string {
  if (typeof body === 'object' && body !== null) {
    const { detail, title, errors } = body as { detail?: unknown; title?: unknown; errors?: unknown };
    const first = Array.isArray(errors)
      ? (errors[0] as { message?: unknown } | undefined)?.message
      : undefined;
    const said = [detail ?? title, first].filter(
      (one): one is string => typeof one === 'string' && one !== '',
    );
    if (said.length > 0) return [...new Set(said)].join(' ');
  }
  return `The server answered ${status}. Is it PromptVault, and is the address right?`;
}
