import { useQuery } from '@tanstack/react-query';
import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  Ellipsis,
  GitBranch,
  GitMerge,
  GitPullRequestArrow,
  Plus,
} from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { List } from '../../../../ui/list.tsx';
import { Menu, type MenuItem } from '../../../../ui/menu.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type Branch, branchesQuery, useBranchChanges } from '../api/branches.ts';
import { original, upstreamQuery } from '../api/merges.ts';
import { t } from '../messages.ts';
import type { Studio } from '../state/use-studio.ts';
import { BranchForm, RenameBranchForm } from './branch-form.tsx';

type BranchSwitcherProps = {
  studio: Studio;
  onBranch: (name: string) => void;
  onMerge: (source: string) => void;
};

/** The branch that is shown, and the way to another, a new one, or one's end. */
export function BranchSwitcher(props: BranchSwitcherProps) {
  const { branch } = props.studio;
  return (
    <Popover
      label={t('branches')}
      className="w-96 max-w-[calc(100vw-1rem)] p-0!"
      trigger={(trigger) => (
        <button
          type="button"
          {...trigger}
          aria-label={t('branch', { name: branch })}
          className="rounded-full transition-colors hover:bg-raise"
        >
          <Chip mono icon={<GitBranch aria-hidden="true" />}>
            <span className="inline-flex items-center gap-1">
              {branch} <ChevronDown aria-hidden="true" />
            </span>
          </Chip>
        </button>
      )}
    >
      {(close) => <BranchPanel {...props} onClose={close} />}
    </Popover>
  );
}

type Editing = { kind: 'new' } | { kind: 'rename'; branch: Branch } | undefined;

function BranchPanel({ studio, onBranch, onMerge, onClose }: BranchSwitcherProps & { onClose: () => void }) {
  const { prompt, branch: current, head } = studio;
  const { data: branches, error } = useQuery(branchesQuery(prompt.id));
  const [filter, setFilter] = useState('');
  const [editing, setEditing] = useState<Editing>();
  const changes = useBranchChanges(prompt.id);
  const go = (name: string) => {
    onClose();
    if (name !== current) onBranch(name);
  };
  const refuse = (failure: Error) => toast({ text: failure.message, tone: 'bad' });
  const remove = async (branch: Branch) => {
    try {
      await changes.remove.mutateAsync(branch);
      if (branch.name === current) onBranch(prompt.defaultBranch);
      toast({
        text: t('branchDeleted', { name: branch.name }),
        onUndo: () => void changes.restore.mutateAsync(branch.name).catch(refuse),
      });
    } catch (failure) {
      refuse(failure as Error);
    }
  };
  if (editing?.kind === 'new' && head !== undefined)
    return (
      <div className="p-3">
        <BranchForm promptId={prompt.id} from={head} onClose={() => setEditing(undefined)} onCreated={go} />
      </div>
    );
  if (editing?.kind === 'rename')
    return (
      <div className="p-3">
        <RenameBranchForm
          promptId={prompt.id}
          branch={editing.branch}
          onClose={() => setEditing(undefined)}
          onRenamed={(name) => (editing.branch.name === current ? onBranch(name) : undefined)}
        />
      </div>
    );
  if (error) return <ProblemMessage className="m-3">{error.message}</ProblemMessage>;
  if (!branches) return <SkeletonRows rows={3} />;
  const shown = branches.filter(({ name }) => name.includes(filter.trim().toLowerCase()));
  return (
    <div className="grid">
      {branches.length > 5 && (
        <TextField
          hideLabel
          label={t('findBranch')}
          placeholder={t('findBranch')}
          className="m-2"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <List
        label={t('branches')}
        rows={shown}
        keyOf={({ id, name }) => `${id} ${name}`}
        rowHeight={36}
        className="max-h-72"
        isSelected={({ name }) => name === current}
        onOpen={({ name }) => go(name)}
        renderRow={(branch) => (
          <BranchRow
            branch={branch}
            items={itemsOf(branch, {
              current,
              onMerge: () => {
                onClose();
                onMerge(branch.name);
              },
              onRename: () => setEditing({ kind: 'rename', branch }),
              onRemove: () => void remove(branch),
            })}
          />
        )}
      />
      {prompt.upstream && studio.mayWrite && (
        <PullButton
          promptId={prompt.id}
          onPull={() => {
            onClose();
            onMerge(original);
          }}
        />
      )}
      {studio.mayBranch && head !== undefined && (
        <Button
          kind="quiet"
          size="small"
          icon={<Plus />}
          className="m-1.5 w-fit"
          onClick={() => setEditing({ kind: 'new' })}
        >
          {t('newBranchFrom', { number: head })}
        </Button>
      )}
    </div>
  );
}

/** A copy knows how far its original went on. */
function PullButton({ promptId, onPull }: { promptId: string; onPull: () => void }) {
  const { data } = useQuery(upstreamQuery(promptId));
  if (!data) return null;
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<GitPullRequestArrow />}
      className="mx-1.5 mt-1.5 w-fit"
      disabled={data.newer === 0}
      onClick={onPull}
    >
      {data.newer === 0
        ? t('originalSame', { title: data.title })
        : t('pullOriginal', { title: data.title, count: data.newer })}
    </Button>
  );
}

type BranchActs = { current: string; onMerge: () => void; onRename: () => void; onRemove: () => void };

function itemsOf({ name, isDefault, mayWrite }: Branch, acts: BranchActs): MenuItem[] {
  const items: MenuItem[] = [];
  if (name !== acts.current)
    items.push({
      label: t('mergeInto', { name: acts.current }),
      icon: <GitMerge />,
      onSelect: acts.onMerge,
    });
  if (mayWrite && !isDefault)
    items.push(
      { label: t('renameName'), onSelect: acts.onRename },
      { label: t('deleteBranch'), danger: true, onSelect: acts.onRemove },
    );
  return items;
}

function BranchRow({ branch, items }: { branch: Branch; items: MenuItem[] }) {
  const { name, isDefault, head, ahead, behind, draft } = branch;
  return (
    <div className="flex h-9 items-center gap-2 pr-1.5 pl-3">
      <GitBranch aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      <span className="min-w-0 truncate font-mono text-12">{name}</span>
      {isDefault && <Chip>{t('defaultBranch')}</Chip>}
      {draft?.isChanged && (
        <span className="size-1.5 shrink-0 rounded-full bg-accent" title={t('unsavedDraft')}>
          <span className="sr-only">{t('unsavedDraft')}</span>
        </span>
      )}
      <span className="ml-auto flex items-center gap-2 text-12 text-ink-3 tabular [&_svg]:size-3">
        {!isDefault && (
          <span className="flex items-center gap-1" title={t('aheadBehind', { ahead, behind })}>
            <span className="sr-only">{t('aheadBehind', { ahead, behind })}</span>
            <ArrowUp aria-hidden="true" />
            <span aria-hidden="true">{ahead}</span>
            <ArrowDown aria-hidden="true" />
            <span aria-hidden="true">{behind}</span>
          </span>
        )}
        {head && <span>{t('showing', { number: head.number })}</span>}
      </span>
      {items.length > 0 ? (
        <Menu
          label={t('branchActions', { name })}
          align="end"
          items={items}
          trigger={(trigger) => (
            <IconButton {...trigger} size="small" label={t('branchActions', { name })} icon={<Ellipsis />} />
          )}
        />
      ) : (
        <span className="w-7" />
      )}
    </div>
  );
}
