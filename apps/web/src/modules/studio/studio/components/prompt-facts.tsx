import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Chip } from '../../../../ui/chip.tsx';
import { Menu, type MenuItem } from '../../../../ui/menu.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { downloadPrompt, EffectivenessChip } from '../../../vault/prompts/index.ts';
import { type StatusStep, usePromptChanges } from '../api/prompt-changes.ts';
import type { Prompt } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { copyPublicAddress } from '../state/copy-public-address.ts';
import type { Studio } from '../state/use-studio.ts';
import { BranchSwitcher } from './branch-switcher.tsx';
import { DraftStatus } from './draft-status.tsx';
import { ImpactChip } from './impact.tsx';

const DetailsDialog = lazy(() =>
  import('./details-dialog.tsx').then((file) => ({ default: file.DetailsDialog })),
);

type PromptFactsProps = {
  studio: Studio;
  onVersions: () => void;
  onBranch: (name: string) => void;
  onMerge: (source: string) => void;
};

/** Branch, version, status and the state of the draft, beside the title. */
export function PromptFacts({ studio, onVersions, onBranch, onMerge }: PromptFactsProps) {
  const { baseNumber, isEdited, isBaseKnown, mayWrite } = studio;
  const version =
    baseNumber === undefined
      ? t('notSavedYet')
      : t(isEdited ? 'versionEdited' : 'versionChip', { number: baseNumber });
  return (
    <>
      <BranchSwitcher studio={studio} onBranch={onBranch} onMerge={onMerge} />
      {isBaseKnown && (
        <button
          type="button"
          onClick={onVersions}
          className="rounded-full transition-colors hover:bg-raise max-md:hidden"
        >
          <Chip>{version}</Chip>
        </button>
      )}
      <ImpactChip promptId={studio.prompt.id} />
      <EffectivenessChip promptId={studio.prompt.id} of={studio.prompt.effectiveness} />
      <StatusMenu prompt={studio.prompt} draft={mayWrite && isEdited ? studio.branch : undefined} />
      {mayWrite ? <DraftStatus studio={studio} /> : <Chip>{t('readOnly')}</Chip>}
    </>
  );
}

const statusNames: Record<Prompt['status'], () => string> = {
  unpublished: () => t('statusUnpublished'),
  published: () => t('statusPublished'),
  archived: () => t('statusArchived'),
};

const visibilityNames: Record<Prompt['visibility'], () => string> = {
  private: () => t('visibilityPrivate'),
  organization: () => t('visibilityOrganization'),
  public: () => t('visibilityPublic'),
};

const visibilities: Prompt['visibility'][] = ['private', 'organization', 'public'];

/** The draft while it holds changes, else the newest version. */
const downloadItems = (promptId: string, draft: string | undefined): MenuItem[] => [
  { heading: t('downloadAs') },
  { label: t('downloadMarkdown'), onSelect: () => void downloadPrompt(promptId, 'markdown', draft) },
  { label: t('downloadYaml'), onSelect: () => void downloadPrompt(promptId, 'yaml', draft) },
  { label: t('downloadJson'), onSelect: () => void downloadPrompt(promptId, 'json', draft) },
];

/** Whether colleagues see the prompt, and who of them may. */
function StatusMenu({ prompt, draft }: { prompt: Prompt; draft: string | undefined }) {
  const { status: statusChange, visibility: visibilityChange } = usePromptChanges(prompt.id);
  const { status, visibility, revision, may } = prompt;
  const [isEditing, setEditing] = useState(false);
  const refuse = (error: Error) => toast({ text: error.message, tone: 'bad' });
  const step = (next: StatusStep, back: StatusStep | undefined, text: string) =>
    statusChange.mutate(next, {
      onSuccess: () =>
        toast({ text, onUndo: back && (() => statusChange.mutate(back, { onError: refuse })) }),
      onError: refuse,
    });
  const items: MenuItem[] = [];
  if (may.publish && status === 'unpublished')
    items.push({
      label: t('publish'),
      hint: t('publishHint'),
      onSelect: () => step('publish', 'unpublish', t('published')),
    });
  if (may.publish && status === 'published')
    items.push({
      label: t('unpublish'),
      onSelect: () => step('unpublish', 'publish', t('unpublished')),
    });
  if (may.write && status === 'archived')
    items.push({
      label: t('unarchive'),
      onSelect: () => statusChange.mutate('unarchive', { onError: refuse }),
    });
  if (may.write) {
    if (items.length > 0) items.push('separator');
    items.push({ label: t('editDetails'), onSelect: () => setEditing(true) }, 'separator');
    items.push({ heading: t('visibility') });
    for (const each of visibilities)
      items.push({
        label: visibilityNames[each](),
        checked: each === visibility,
        onSelect: () =>
          each !== visibility && visibilityChange.mutate({ revision, visibility: each }, { onError: refuse }),
      });
  }
  if (visibility === 'public' && (may.write || status === 'published')) {
    if (items.length > 0) items.push('separator');
    items.push({
      label: t(status === 'published' ? 'copyAddress' : 'publicOncePublished'),
      disabled: status !== 'published',
      onSelect: () => void copyPublicAddress(prompt.id),
    });
  }
  if (prompt.head || draft !== undefined) {
    if (items.length > 0) items.push('separator');
    items.push(...downloadItems(prompt.id, draft));
  }
  const tone = status === 'published' ? 'ok' : 'plain';
  if (items.length === 0) return <Chip tone={tone}>{statusNames[status]()}</Chip>;
  return (
    <>
      <Menu
        label={t('status')}
        items={items}
        className="min-w-56"
        trigger={(props) => (
          <button type="button" {...props} className="rounded-full transition-colors hover:bg-raise">
            <Chip tone={tone}>
              <span className="inline-flex items-center gap-1">
                {statusNames[status]()} <ChevronDown aria-hidden="true" />
              </span>
            </Chip>
          </button>
        )}
      />
      {isEditing && (
        <Suspense>
          <DetailsDialog prompt={prompt} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}
