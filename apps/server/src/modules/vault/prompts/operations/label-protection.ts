import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { checksOf } from '../repository/checks.ts';
import type { LabelRuleRow } from '../repository/label-requests.ts';
import type { LabelTarget } from '../schema.ts';

export interface MissingCheck {
  version: number;
  check: string;
}

/** The checks a rule asks for that have not passed for these targets. */
export async function missingChecks(
  ctx: Ctx,
  promptId: string,
  rule: Pick<LabelRuleRow, 'checks'> | undefined,
  targets: readonly LabelTarget[],
): Promise<MissingCheck[]> {
  if (!rule || rule.checks.length === 0) return [];
  const versions = targets.map(({ version }) => version);
  const passed = new Set(
    (await checksOf(ctx, promptId, versions))
      .filter(({ status }) => status === 'passed')
      .map(({ version, name }) => `${version} ${name}`),
  );
  return versions.flatMap((version) =>
    rule.checks.filter((check) => !passed.has(`${version} ${check}`)).map((check) => ({ version, check })),
  );
}
