import { toast } from '../../../../ui/toast-store.ts';
import { type Label, type LabelTarget, useLabelChanges } from '../api/labels.ts';
import { t } from '../messages.ts';

type Placed = Pick<Label, 'name' | 'revision' | 'targets'>;

/** Says why something was refused; the change goes on when what asked for it is gone. */
const refusing = (work: Promise<unknown>) =>
  work.catch((error: unknown) =>
    toast({ text: error instanceof Error ? error.message : String(error), tone: 'bad' }),
  );

/** Points a label somewhere else; the way back is offered with it. */
export function useMoveLabel(promptId: string) {
  const { set, remove, rollBack } = useLabelChanges(promptId);
  const move = (label: Placed, targets: readonly LabelTarget[]) =>
    refusing(
      set.mutateAsync({ name: label.name, revision: label.revision, targets }).then((moved) =>
        toast({
          text: t('labelMoved', { name: label.name, to: writeTargets(targets) }),
          tone: 'ok',
          onUndo: () =>
            void refusing(
              label.targets.length > 0
                ? set.mutateAsync({ ...moved, targets: label.targets })
                : remove.mutateAsync(moved),
            ),
        }),
      ),
    );
  const take = (label: Placed) =>
    refusing(
      remove.mutateAsync(label).then(() =>
        toast({
          text: t('labelRemoved', { name: label.name }),
          onUndo: () =>
            void refusing(set.mutateAsync({ name: label.name, revision: 0, targets: label.targets })),
        }),
      ),
    );
  /** Back to what a move had set, or to what stood before the last one; and from there forward again. */
  const goBack = (label: Placed, moveId?: string) =>
    refusing(
      rollBack
        .mutateAsync({ name: label.name, revision: label.revision, ...(moveId !== undefined && { moveId }) })
        .then((back) =>
          toast({
            text: t('labelMoved', { name: label.name, to: writeTargets(back.targets) }),
            tone: 'ok',
            onUndo: () => void refusing(rollBack.mutateAsync({ name: back.name, revision: back.revision })),
          }),
        ),
    );
  return { move, take, rollBack: goBack };
}

/** `v12`, or with several targets `v12 80 % · v14 20 %`. */
export function writeTargets(targets: readonly LabelTarget[]): string {
  const [only] = targets;
  if (targets.length === 1 && only) return t('showing', { number: only.version });
  const all = targets.reduce((sum, { weight }) => sum + weight, 0);
  return targets
    .map(({ version, weight }) =>
      t('targetShare', { number: version, percent: `${Math.round((weight / all) * 100)} %` }),
    )
    .join(' · ');
}
