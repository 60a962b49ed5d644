import { documentVariables, type PromptDocument } from '@promptvault/document';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Check, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { dropDraft } from '../../../../ui/form-draft.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import {
  documentParts,
  PublicVariables,
  promptAddress,
  promptListsKey,
  TaggedText,
} from '../../../vault/prompts/index.ts';
import type { NewCase } from '../api/cases.ts';
import { createDescribed, type DescribedPrompt } from '../api/described.ts';
import { acceptedCases, editedDocument, faultsOf } from '../state/described-edit.ts';
import { useDescribedEdit } from '../state/described-kept.ts';
import { t } from '../state/described-messages.ts';
import { DescribedCases } from './described-cases.tsx';

export type GivenDraft = NonNullable<DescribedPrompt['draft']>;

type DescribedDraftProps = {
  runId: string;
  draft: GivenDraft;
  problems: readonly string[];
};

/** The draft of a model for reading and editing, and the way to make a prompt of it. */
export function DescribedDraft({ runId, draft, problems }: DescribedDraftProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const [edit, setEdit] = useDescribedEdit(runId);
  const [opened, setOpened] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const document = editedDocument(draft.document as PromptDocument, edit);
  const title = edit.title ?? draft.title;
  const description = edit.description ?? draft.description;
  const commit = edit.commit ?? true;
  const faults = faultsOf(document);
  const proposed = draft.cases as NewCase[];
  const cases = acceptedCases(proposed, edit.review);
  const names = new Map(documentParts(draft.document as PromptDocument).map(({ id, name }) => [id, name]));
  const create = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { title: title.trim(), description, document, commit, cases };
      const { promptId } = await createDescribed({ runId, ...body });
      dropDraft('described.form', sessionStorage);
      void queries.invalidateQueries({ queryKey: promptListsKey });
      toast({ tone: 'ok', text: t('created') });
      await router.navigate({ href: promptAddress(promptId) });
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  };
  return (
    <>
      <TextField
        label={t('name')}
        value={title}
        maxLength={200}
        error={title.trim() === '' ? t('needName') : undefined}
        onChange={(event) => setEdit({ title: event.target.value })}
      />
      <TextField
        label={t('description')}
        value={description}
        maxLength={1_000}
        onChange={(event) => setEdit({ description: event.target.value })}
      />
      {document.sections.map(({ id, kind, text }) => {
        const name = names.get(id) ?? kind;
        const isOpen = opened === id;
        return (
          <Card
            key={id}
            title={name}
            action={
              <Button
                size="small"
                kind="quiet"
                icon={isOpen ? <Check /> : <Pencil />}
                aria-label={t(isOpen ? 'doneSection' : 'editSection', { name })}
                onClick={() => setOpened(isOpen ? undefined : id)}
              >
                {t(isOpen ? 'done' : 'edit')}
              </Button>
            }
          >
            <div className="px-4 py-3">
              {isOpen ? (
                <TextArea
                  mono
                  hideLabel
                  label={name}
                  rows={6}
                  value={text}
                  onChange={({ target: { value } }) => setEdit({ texts: { ...edit.texts, [id]: value } })}
                />
              ) : (
                <TaggedText text={text} delimiters={document.delimiters} />
              )}
            </div>
          </Card>
        );
      })}
      <PublicVariables document={document} />
      <Settings settings={document.settings} />
      <DescribedCases
        cases={proposed}
        problems={problems}
        review={edit.review ?? {}}
        variables={documentVariables(document)}
        onReview={(review) => setEdit({ review })}
      />
      {faults.length > 0 && (
        <ProblemMessage severity="warning">
          <p className="font-medium">{t('wrong')}</p>
          <ul>
            {faults.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </ProblemMessage>
      )}
      {problem && <ProblemMessage>{problem}</ProblemMessage>}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Checkbox
          label={t('commit')}
          hint={t('commitHint')}
          checked={commit}
          onChange={(event) => setEdit({ commit: event.target.checked })}
        />
        <Button
          kind="primary"
          busy={busy}
          disabled={faults.length > 0 || title.trim() === ''}
          onClick={() => void create()}
        >
          {cases.length > 0 ? t('createWith', { count: cases.length }) : t('create')}
        </Button>
      </div>
    </>
  );
}

function Settings({ settings: { temperature, topP, maxOutputTokens } }: Pick<PromptDocument, 'settings'>) {
  const said = [
    temperature === undefined ? '' : t('temperature', { value: temperature }),
    topP === undefined ? '' : t('topP', { value: topP }),
    maxOutputTokens === undefined ? '' : t('maxOutputTokens', { value: maxOutputTokens }),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <Card title={t('settings')}>
      <p className="px-4 py-3 text-ink-2">{said.join(' · ')}</p>
    </Card>
  );
}
