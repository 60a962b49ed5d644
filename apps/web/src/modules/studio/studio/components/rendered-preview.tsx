import type { Message } from '@promptvault/document';
import type { ChosenPair } from '@promptvault/document/techniques';
import { FileText, Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { formatBytes, formatTokens } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { t } from '../messages.ts';
import { markText } from '../state/marked-text.ts';
import { roleName } from '../state/section-names.ts';
import type { Studio } from '../state/use-studio.ts';
import { PreviewExamples } from './preview-examples.tsx';

/** Exactly the messages as they are sent, made in this browser, with the hash a run of them stores. */
export function RenderedPreview({ studio }: { studio: Studio }) {
  const { rendering, budget, errors, examples, isAwaited, failure, draftState } = studio;
  const { messages, hash, pairPlaces } = rendering.rendered;
  const pairs = examples.state === 'chosen' ? examples.pairs : [];
  const marks = pairPlaces.flatMap((place, index) => {
    const pair = pairs[index];
    return pair ? [{ ...place, pair }] : [];
  });
  const isKnown = examples.state === 'none' || examples.state === 'chosen';
  const isRefused = failure !== undefined || draftState?.phase === 'failed' || draftState?.phase === 'closed';
  if (isAwaited && !isRefused) return <SkeletonRows rows={4} />;
  if (messages.length === 0)
    return <EmptyState icon={<FileText />} title={t('previewEmpty')} hint={t('previewEmptyHint')} />;
  return (
    <div className="flex flex-col gap-4 px-4 pt-1 pb-6">
      {errors > 0 && (
        <ProblemMessage severity="warning">{t('previewBlocked', { count: errors })}</ProblemMessage>
      )}
      <PreviewExamples examples={examples} />
      {messages.map((message, index) => (
        <SentMessage
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no name but their place
          key={index}
          message={message}
          marks={marks.filter((mark) => mark.message === index)}
          tokens={budget.count(message.content.slice(0, countedFrom))}
          isEstimated={budget.isEstimated}
          isCounted={message.content.length <= countedFrom}
        />
      ))}
      <p className="flex items-center gap-2 text-12 text-ink-3" title={t('previewHashHint')}>
        <Fingerprint aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="sr-only">{t('previewHash')}</span>
        {isKnown ? (
          <>
            <code className="min-w-0 truncate font-mono">{hash}</code>
            <CopyButton size="small" text={hash} />
          </>
        ) : (
          t('previewHashWaiting')
        )}
      </p>
    </div>
  );
}

const countedFrom = 100_000;
const shownAtFirst = 20_000;

/** A passage that is an example from a case. */
type Mark = { from: number; to: number; pair: ChosenPair };

type SentMessageProps = {
  message: Message;
  marks: readonly Mark[];
  tokens: number;
  isEstimated: boolean;
  isCounted: boolean;
};

function SentMessage({ message, marks, tokens, isEstimated, isCounted }: SentMessageProps) {
  const { role, content } = message;
  const [isWhole, setIsWhole] = useState(false);
  const isLong = content.length > shownAtFirst && !isWhole;
  return (
    <article aria-label={roleName(role)}>
      <h3 className="flex items-center gap-2 pb-1 text-12 text-ink-3">
        <span className="font-medium text-ink-2">{roleName(role)}</span>
        {isCounted && (
          <span className="tabular">
            {t('tokensNoted', { count: tokens, tokens: formatTokens(tokens, isEstimated) })}
          </span>
        )}
        <span className="ml-auto">
          <CopyButton size="small" text={content} />
        </span>
      </h3>
      <pre className="border-l-2 border-line pl-3.5 font-mono text-13 leading-[1.65] whitespace-pre-wrap wrap-anywhere text-ink">
        {markText(isLong ? content.slice(0, shownAtFirst) : content, marks).map(({ from, text, mark }) =>
          mark ? <MarkedExample key={from} pair={mark.pair} text={text} /> : text,
        )}
        {isLong && '…'}
      </pre>
      {isLong && (
        <Button size="small" className="mt-2" onClick={() => setIsWhole(true)}>
          {t('showAll', { size: formatBytes(new Blob([content]).size) })}
        </Button>
      )}
    </article>
  );
}

/** The name of the case stands above its text and is no part of it. */
function MarkedExample({ pair: { name, similarity, tokens }, text }: { pair: ChosenPair; text: string }) {
  return (
    <span className="-ml-4 block border-l-2 border-accent pl-3.5">
      <span className="block font-sans text-12 text-ink-3 tabular select-none">
        {t('exampleMark', {
          name,
          percent: Math.round(similarity * 100),
          count: tokens,
          tokens: formatTokens(tokens, true),
        })}
      </span>
      {text}
    </span>
  );
}
