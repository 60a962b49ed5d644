/** An answer that was cut off and gone on with stands in several runs; here it is one text again. */
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { type AnswerPart, listAnswerParts } from '../repository/runs.ts';

type Part = Pick<AnswerPart, 'output' | 'continuedBy'>;

/** Who went on with the text itself was given it without the white space at its end. */
const given = (text: string, by: Part['continuedBy']) => (by === 'prefill' ? text.trimEnd() : text);

/** The text of all parts, first to last. */
export const joinParts = (parts: readonly Part[]): string =>
  parts.reduce((whole, { output, continuedBy }) => given(whole, continuedBy) + output, '');

/** What stands before the last part, as it was given back to the model. */
export function joinBefore(parts: readonly Part[]): string {
  return given(joinParts(parts.slice(0, -1)), parts.at(-1)?.continuedBy ?? null);
}

export async function textBefore(ctx: Ctx, { id }: { id: string }): Promise<string> {
  return joinBefore(await listAnswerParts(ctx.tx, ctx.organizationId, id));
}

/** The whole answer up to and with this run. */
export async function wholeText(ctx: Ctx, { id }: { id: string }): Promise<string> {
  return joinParts(await listAnswerParts(ctx.tx, ctx.organizationId, id));
}
