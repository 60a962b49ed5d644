import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useSession } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { branchesQuery, createReview, readersQuery } from '../api/reviews.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import type { NewReviewSearch } from '../state/review-search.ts';

/** Asks others to look at a branch before it is merged. */
export function NewReviewPage({ search }: { search: NewReviewSearch }) {
  const promptId = search.prompt ?? '';
  const branches = useQuery(branchesQuery(promptId));
  const crumbs = [{ label: frameText('title'), to: '/reviews' }];
  const others = branches.data?.filter(({ head }) => head !== null) ?? [];
  return (
    <Page title={t('newTitle')} crumbs={crumbs} layout="prose">
      {promptId === '' ? (
        <EmptyState
          title={t('newTitle')}
          hint={t('newWithoutPrompt')}
          action={
            <ButtonLink kind="primary" to="/prompts">
              {t('allPrompts')}
            </ButtonLink>
          }
        />
      ) : branches.error ? (
        <ErrorState
          title={t('oneFailed')}
          reason={branches.error.message}
          onRetry={() => void branches.refetch()}
        />
      ) : !branches.data ? (
        <SkeletonRows rows={5} />
      ) : others.length < 2 ? (
        <EmptyState
          title={t('newTitle')}
          hint={t('oneBranch')}
          action={
            <ButtonLink kind="primary" to="/prompts/$promptId" params={{ promptId }}>
              {t('backToPrompt')}
            </ButtonLink>
          }
        />
      ) : (
        <ReviewForm promptId={promptId} source={search.source} branches={others} />
      )}
    </Page>
  );
}

type ReviewFormProps = {
  promptId: string;
  source: string | undefined;
  branches: readonly { name: string; isDefault: boolean }[];
};

function ReviewForm({ promptId, source: asked, branches }: ReviewFormProps) {
  const router = useRouter();
  const me = useSession()?.person.id;
  const colleagues = useQuery(readersQuery(promptId));
  const main = branches.find(({ isDefault }) => isDefault)?.name ?? branches[0]?.name ?? '';
  const first =
    branches.find(({ name }) => name === asked && name !== main) ??
    branches.find(({ name }) => name !== main);
  const [source, setSource] = useState(first?.name ?? '');
  const [target, setTarget] = useState(main);
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [reviewers, setReviewers] = useState<readonly string[]>([]);
  const [draft, setDraft] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const options = branches.map(({ name }) => ({ value: name, label: name }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { title, description, source, target, reviewers: [...reviewers], draft };
      const { id } = await createReview(promptId, body);
      await router.navigate({ to: '/reviews/$reviewId', params: { reviewId: id } });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  const people = (colleagues.data ?? []).filter(({ id }) => id !== me);
  return (
    <form onSubmit={(event) => void send(event)} className="flex flex-col gap-4">
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('source')}
          value={source}
          options={options}
          onChange={(event) => setSource(event.target.value)}
        />
        <Select
          label={t('target')}
          value={target}
          options={options}
          onChange={(event) => setTarget(event.target.value)}
        />
      </div>
      <TextField
        label={t('title')}
        required
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label={t('description')}
        rows={5}
        maxLength={10_000}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-12 font-medium text-ink-2">{t('reviewers')}</legend>
        {people.length === 0 && <p className="text-ink-3">{t('noReviewers')}</p>}
        {people.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={reviewers.includes(id)}
            onChange={(event) =>
              setReviewers(event.target.checked ? [...reviewers, id] : reviewers.filter((one) => one !== id))
            }
          />
        ))}
      </fieldset>
      <Checkbox label={t('asDraft')} checked={draft} onChange={(event) => setDraft(event.target.checked)} />
      {problem && <ProblemMessage>{problem}</ProblemMessage>}
      <Button type="submit" kind="primary" className="self-start" busy={busy} disabled={title.trim() === ''}>
        {t('create')}
      </Button>
    </form>
  );
}
