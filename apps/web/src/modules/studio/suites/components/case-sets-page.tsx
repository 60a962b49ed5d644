import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Ellipsis, FolderPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { List } from '../../../../ui/list.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { NameDialog } from '../../../../ui/name-dialog.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import {
  type CaseSet,
  caseSetsQuery,
  casesKey,
  createCaseSet,
  deleteCaseSet,
  renameCaseSet,
  restoreCaseSet,
} from '../api/cases.ts';
import { t } from '../state/case-messages.ts';
import type { OfPrompt } from '../state/case-search.ts';
import { frameText } from '../state/frame-text.ts';
import { PromptChoice } from './prompt-choice.tsx';

type CaseSetsPageProps = { search: OfPrompt; onSearch: (search: OfPrompt) => void };

/** Sets of cases, of one prompt at a time. */
export function CaseSetsPage({ search, onSearch }: CaseSetsPageProps) {
  const promptId = search.prompt ?? '';
  const mayWrite = useMay()('case.write');
  const router = useRouter();
  const queries = useQueryClient();
  const query = useQuery(caseSetsQuery(promptId));
  const [making, setMaking] = useState(false);
  const [renaming, setRenaming] = useState<CaseSet>();
  const refresh = () => queries.invalidateQueries({ queryKey: casesKey });
  const remove = useDeleteSet();
  const open = ({ id }: CaseSet) =>
    router.navigate({ to: '/suites/cases/$caseSetId', params: { caseSetId: id } });
  const make = mayWrite && promptId !== '' && (
    <Button kind="primary" icon={<Plus />} onClick={() => setMaking(true)}>
      {t('newSet')}
    </Button>
  );
  return (
    <Page
      title={t('sets')}
      crumbs={[{ label: frameText('title'), to: '/suites' }]}
      layout="fill"
      actions={make}
      bar={
        <PromptChoice
          hideLabel
          className="w-72 max-w-full"
          value={promptId}
          onChange={(prompt) => onSearch(prompt ? { prompt } : {})}
        />
      }
    >
      {promptId === '' ? (
        <EmptyState icon={<FolderPlus />} title={t('choosePrompt')} hint={t('chooseHint')} />
      ) : query.error && !query.data ? (
        <ErrorState
          title={t('setsFailed')}
          reason={query.error.message}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : !query.data ? (
        <SkeletonRows rows={6} />
      ) : query.data.length === 0 ? (
        <EmptyState icon={<FolderPlus />} title={t('noSets')} hint={t('noSetsHint')} action={make} />
      ) : (
        <List
          main
          label={t('sets')}
          rows={query.data}
          keyOf={({ id }) => id}
          onOpen={(set) => void open(set)}
          className="flex-1"
          renderRow={(set) => (
            <div className="flex min-h-9 items-center gap-4 px-4">
              <span className="min-w-0 flex-1 truncate font-medium">{set.name}</span>
              <span className="text-12 text-ink-3 tabular">{t('caseCount', { count: set.cases })}</span>
              <span className="text-12 text-ink-3 tabular max-md:hidden">
                {t('version', { version: set.version })}
              </span>
              <RelativeTime time={set.updatedAt} className="text-12 text-ink-3 max-md:hidden" />
              {mayWrite && (
                <Menu
                  label={t('setActions', { name: set.name })}
                  align="end"
                  trigger={(props) => (
                    <IconButton
                      {...props}
                      size="small"
                      label={t('setActions', { name: set.name })}
                      icon={<Ellipsis />}
                    />
                  )}
                  items={[
                    { label: t('renameSet'), onSelect: () => setRenaming(set) },
                    { label: t('deleteSet'), danger: true, onSelect: () => remove.mutate(set) },
                  ]}
                />
              )}
            </div>
          )}
        />
      )}
      {making && (
        <NameDialog
          title={t('newSet')}
          label={t('setName')}
          action={t('makeSet')}
          onClose={() => setMaking(false)}
          onSend={async (name) => {
            const set = await createCaseSet({ promptId, name });
            await refresh();
            await open(set);
          }}
        />
      )}
      {renaming && (
        <NameDialog
          title={t('renameTitle')}
          label={t('setName')}
          action={t('save')}
          first={renaming.name}
          onClose={() => setRenaming(undefined)}
          onSend={async (name) => {
            await renameCaseSet(renaming, name);
            await refresh();
          }}
        />
      )}
    </Page>
  );
}

/** Deletes a set at once, and brings it back where one asks for it. */
function useDeleteSet() {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: casesKey });
  const complain = ({ message }: Error) => toast({ tone: 'bad', text: message });
  return useMutation({
    mutationFn: deleteCaseSet,
    onSettled: refresh,
    onError: complain,
    onSuccess: (_gone, set) => {
      toast({
        text: t('setDeleted'),
        onUndo: () =>
          void restoreCaseSet(set).then(async () => {
            await refresh();
            toast({ text: t('setBack'), tone: 'ok' });
          }, complain),
      });
    },
  });
}
