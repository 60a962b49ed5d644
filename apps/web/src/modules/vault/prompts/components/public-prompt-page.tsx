import type { PublicPrompt } from '@promptvault/contract/vault/prompts/shapes';
import { useQuery } from '@tanstack/react-query';
import { FileQuestion } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Mark } from '../../../../shell/mark.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Card } from '../../../../ui/card.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatDay } from '../../../../ui/format.ts';
import { MarkdownView } from '../../../../ui/markdown-view.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { publicPromptQuery } from '../api/public-prompt.ts';
import { documentParts, documentText } from '../state/document-parts.ts';
import { publicText as t } from '../state/public-text.ts';
import { PublicVariables } from './public-variables.tsx';
import { TaggedText } from './tagged-text.tsx';

/** A public prompt for reading, by anyone who has its address; it asks nothing about who that is. */
export function PublicPromptPage({ promptId }: { promptId: string }) {
  const { data, error, isFetching, refetch } = useQuery(publicPromptQuery(promptId));
  const title = data?.title ?? t(error ? 'gone' : 'loading');
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`;
  }, [title]);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <meta name="robots" content="noindex" />
      <header className="flex min-h-12 shrink-0 items-center gap-2 border-b border-line px-4 py-2">
        <Mark className="size-5" />
        <span className="flex-1 font-semibold">{t('brand')}</span>
        {data && (
          <CopyButton wide size="small" label={t('copyAll')} text={() => documentText(data.document)} />
        )}
      </header>
      <main id="page" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none">
        {data ? (
          <PublicText prompt={data} />
        ) : error ? (
          <NothingHere error={error} retrying={isFetching} onRetry={() => void refetch()} />
        ) : (
          <div role="status" aria-label={t('loading')}>
            <SkeletonRows rows={8} className="mx-auto max-w-180" />
          </div>
        )}
      </main>
    </div>
  );
}

type NothingHereProps = { error: Error; retrying: boolean; onRetry: () => void };

function NothingHere({ error, retrying, onRetry }: NothingHereProps) {
  if (!(error instanceof ApiProblem) || error.status !== 404)
    return <ErrorState title={t('failed')} reason={error.message} retrying={retrying} onRetry={onRetry} />;
  return (
    <EmptyState
      icon={<FileQuestion />}
      title={t('gone')}
      hint={t('goneHint')}
      action={<ButtonLink to="/">{t('openVault')}</ButtonLink>}
    />
  );
}

function PublicText({ prompt }: { prompt: PublicPrompt }) {
  const { title, description, organization, author, version, committedAt, path, document } = prompt;
  // A personal organization has its owner's name.
  const from = author === organization ? null : author;
  const facts = [organization, from, t('version', { number: version }), formatDay(new Date(committedAt))];
  return (
    <article className="mx-auto grid w-full max-w-180 grid-cols-1 gap-4 px-6 py-8 max-md:px-4 max-md:py-5">
      <header className="grid gap-1.5">
        <h1 className="text-20 font-semibold tracking-tight text-balance wrap-anywhere">{title}</h1>
        <p className="text-12 text-ink-3 wrap-anywhere">
          {facts.filter((fact) => fact !== null).join(' · ')}
        </p>
        <p className="font-mono text-12 text-ink-3 wrap-anywhere">{path}</p>
        {description && <MarkdownView text={description} className="mt-1 text-ink-2" />}
      </header>
      {documentParts(document).map(({ id, name, text }) => (
        <Part key={id} name={name} copy={text}>
          <TaggedText text={text} delimiters={document.delimiters} />
        </Part>
      ))}
      {document.examples.map(({ id, input, output }, index) => (
        <Part key={id} name={t('example', { number: index + 1 })} copy={`${input}\n\n${output}`}>
          <Spoken name={t('input')} text={input} />
          <Spoken name={t('output')} text={output} />
        </Part>
      ))}
      <PublicVariables document={document} />
    </article>
  );
}

function Part({ name, copy, children }: { name: string; copy: string; children: ReactNode }) {
  return (
    <Card title={name} action={<CopyButton size="small" label={t('copySection', { name })} text={copy} />}>
      <div className="grid gap-3 px-4 py-3">{children}</div>
    </Card>
  );
}

const Spoken = ({ name, text }: { name: string; text: string }) => (
  <div>
    <h3 className="text-12 text-ink-3">{name}</h3>
    <p className="font-mono leading-6 whitespace-pre-wrap wrap-anywhere">{text}</p>
  </div>
);
