import type { Message } from '@promptvault/document';
import { FileText, Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { CopyButton } from '../../../../ui/copy-button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { formatBytes, formatTokens } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { t } from '../messages.ts';
import { roleName } from '../state/section-names.ts';
import type { Studio } from '../state/use-studio.ts';

/** Exactly the messages as they are sent, made in this browser, with the hash a run of them stores. */
export function RenderedPreview({ studio }: { studio: Studio }) {
  const { rendering, budget, errors } = studio;
  const { messages, hash, techniques } = rendering.rendered;
  if (messages.length === 0)
    return <EmptyState icon={<FileText />} title={t('previewEmpty')} hint={t('previewEmptyHint')} />;
  return (
    <div className="flex flex-col gap-4 px-4 pt-1 pb-6">
      {errors > 0 && (
        <ProblemMessage severity="warning">{t('previewBlocked', { count: errors })}</ProblemMessage>
      )}
      {techniques.fewShot && <ProblemMessage severity="info">{t('previewPairs')}</ProblemMessage>}
      {messages.map((message, index) => (
        <SentMessage
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no name but their place
          key={index}
          message={message}
          tokens={formatTokens(budget.count(message.content.slice(0, countedFrom)), budget.isEstimated)}
          isCounted={message.content.length <= countedFrom}
        />
      ))}
      <p className="flex items-center gap-2 text-12 text-ink-3" title={t('previewHashHint')}>
        <Fingerprint aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="sr-only">{t('previewHash')}</span>
        <code className="min-w-0 truncate font-mono">{hash}</code>
        <CopyButton size="small" text={hash} />
      </p>
    </div>
  );
}

const countedFrom = 100_000;
const shownAtFirst = 20_000;

type SentMessageProps = { message: Message; tokens: string; isCounted: boolean };

function SentMessage({ message: { role, content }, tokens, isCounted }: SentMessageProps) {
  const [isWhole, setIsWhole] = useState(false);
  const isLong = content.length > shownAtFirst && !isWhole;
  return (
    <article aria-label={roleName(role)}>
      <h3 className="flex items-center gap-2 pb-1 text-12 text-ink-3">
        <span className="font-medium text-ink-2">{roleName(role)}</span>
        {isCounted && <span className="tabular">{t('tokensNoted', { tokens })}</span>}
        <span className="ml-auto">
          <CopyButton size="small" text={content} />
        </span>
      </h3>
      <pre className="border-l-2 border-line pl-3.5 font-mono text-13 leading-[1.65] whitespace-pre-wrap wrap-anywhere text-ink">
        {isLong ? `${content.slice(0, shownAtFirst)}…` : content}
      </pre>
      {isLong && (
        <Button size="small" className="mt-2" onClick={() => setIsWhole(true)}>
          {t('showAll', { size: formatBytes(new Blob([content]).size) })}
        </Button>
      )}
    </article>
  );
}
