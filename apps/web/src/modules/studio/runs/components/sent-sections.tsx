import type { ReactNode } from 'react';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { formatTokens } from '../../../../ui/format.ts';
import { JsonView } from '../../../../ui/json-view.tsx';
import { t } from '../messages.ts';
import type { RunDetail } from '../state/run-answer.ts';
import { SentAttachments } from './sent-attachments.tsx';
import { givenSettings } from './settings-words.ts';

/** What was sent: hash, files, values, settings, and the messages when they were kept. */
export function SentSections({ run }: { run: RunDetail }) {
  return (
    <>
      <Part title={t('sent')}>
        <div className="flex min-w-0 items-center gap-1">
          <code className="min-w-0 truncate font-mono text-12 text-ink-2" title={run.sentHash}>
            {run.sentHash}
          </code>
          <CopyButton size="small" label={t('copyHash')} text={run.sentHash} />
        </div>
        {run.messages ? <Messages messages={run.messages} /> : <Note>{t('messagesNotKept')}</Note>}
      </Part>
      {run.document && <PromptThen document={run.document} />}
      <Part title={t('context')} note={contextNote(run)}>
        {run.context.length === 0 ? <Note>{t('noContext')}</Note> : <ContextItems items={run.context} />}
      </Part>
      {run.attachments.length > 0 && (
        <Part title={t('attachments')}>
          <SentAttachments run={run} />
        </Part>
      )}
      <Part title={t('values')}>
        <Values run={run} />
      </Part>
      <Part title={t('settings')}>
        <Settings settings={run.settings} />
      </Part>
    </>
  );
}

/** The copy of a draft: what else would say what it read like then? */
function PromptThen({ document }: { document: NonNullable<RunDetail['document']> }) {
  return (
    <Part title={t('promptThen')} note={t('promptThenHint')}>
      <ol className="grid gap-2">
        {document.sections.map(({ id, kind, text }) => (
          <li key={id} className="overflow-hidden rounded-md border border-line">
            <p className="border-b border-line bg-bg px-3 py-1 text-12 text-ink-3">{kind}</p>
            <pre
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              tabIndex={0}
              className="max-h-60 overflow-auto px-3 py-2 font-mono text-12 leading-5 whitespace-pre-wrap wrap-anywhere"
            >
              {text}
            </pre>
          </li>
        ))}
      </ol>
    </Part>
  );
}

const contextNote = ({ context, keepContext }: RunDetail) =>
  context.length === 0 ? undefined : t(keepContext ? 'contentsKept' : 'contentsNotKept');

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line px-4 py-4">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{title}</h3>
        {note && <p className="text-12 text-ink-3">{note}</p>}
      </div>
      {children}
    </section>
  );
}

const Note = ({ children }: { children: ReactNode }) => <p className="max-w-prose text-ink-3">{children}</p>;

type Item = RunDetail['context'][number];

function ContextItems({ items }: { items: readonly Item[] }) {
  return (
    <ul className="overflow-hidden rounded-md border border-line">
      {items.map((item) => (
        <li key={`${item.path} ${item.from} ${item.to}`} className="border-b border-line last:border-0">
          {item.text === null ? (
            <ContextLine item={item} />
          ) : (
            <details>
              <summary aria-label={t('showContents', { path: item.path })} className="hover:bg-raise">
                <ContextLine item={item} />
              </summary>
              <pre
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
                tabIndex={0}
                className="max-h-80 overflow-auto border-t border-line bg-bg px-3 py-2 font-mono text-12 leading-5"
              >
                {item.text}
              </pre>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

const ContextLine = ({ item: { path, from, to, tokens, hash } }: { item: Item }) => (
  <div className="flex items-baseline gap-3 px-3 py-1.5">
    <bdi className="min-w-0 flex-1 truncate font-mono text-12">{path}</bdi>
    <span className="shrink-0 text-12 text-ink-3 tabular">
      {from === null ? t('wholeFile') : t('range', { from, to: to ?? from })}
    </span>
    <span className="w-16 shrink-0 text-right text-12 text-ink-2 tabular">{formatTokens(tokens)}</span>
    <code className="shrink-0 font-mono text-12 text-ink-3 max-md:hidden" title={hash}>
      {hash.slice(0, 10)}
    </code>
  </div>
);

type KeptMessages = NonNullable<RunDetail['messages']>;

const roles = { system: () => t('system'), user: () => t('user'), assistant: () => t('assistant') };

function Messages({ messages }: { messages: KeptMessages }) {
  return (
    <ol className="mt-2 grid gap-2">
      {messages.map(({ role, content }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages have no name but their place
        <li key={index} className="overflow-hidden rounded-md border border-line">
          <div className="flex items-center justify-between border-b border-line bg-bg py-0.5 pr-1 pl-3 text-12 text-ink-3">
            {roles[role]()}
            <CopyButton size="small" text={content} />
          </div>
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="max-h-96 overflow-auto px-3 py-2 font-mono text-12 leading-5 whitespace-pre-wrap wrap-anywhere"
          >
            {content}
          </pre>
        </li>
      ))}
    </ol>
  );
}

function Values({ run: { values, omittedValues } }: { run: RunDetail }) {
  const given = Object.entries(values);
  if (given.length + omittedValues.length === 0) return <Note>{t('noValues')}</Note>;
  return (
    <dl className="grid gap-x-6 gap-y-2 md:grid-cols-[max-content_minmax(0,1fr)]">
      {given.map(([name, value]) => (
        <Value key={name} name={name}>
          {typeof value === 'object' && value !== null ? (
            <JsonView label={name} value={value} />
          ) : (
            String(value)
          )}
        </Value>
      ))}
      {omittedValues.map(({ name, characters }) => (
        <Value key={name} name={name}>
          <span className="text-ink-3">
            {t('fileValue', { count: characters })}, {t('valueNotKept')}
          </span>
        </Value>
      ))}
    </dl>
  );
}

const Value = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="md:col-span-2 md:grid md:grid-cols-subgrid">
    <dt className="font-mono text-12 leading-5 text-var">{name}</dt>
    <dd className="max-h-60 min-w-0 overflow-auto whitespace-pre-wrap wrap-anywhere">{children}</dd>
  </div>
);

function Settings({ settings }: { settings: RunDetail['settings'] }) {
  const given = givenSettings(settings);
  if (given.length === 0) return <Note>{t('noSettings')}</Note>;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 tabular">
      {given.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-12 text-ink-3">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
