import type { Section } from '@promptvault/document';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Chip } from '../../../../ui/chip.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { t } from '../messages.ts';
import type { Finding, ForeignPrompt } from '../state/read-foreign-prompt.ts';

const looks = {
  error: <CircleAlert aria-hidden="true" className="text-bad" />,
  warning: <TriangleAlert aria-hidden="true" className="text-warn" />,
  info: <Info aria-hidden="true" className="text-ink-3" />,
};

const ranks = { error: 0, warning: 1, info: 2 };

const kindNames: Record<Section['kind'], () => string> = {
  system: () => t('sectionSystem'),
  instructions: () => t('sectionInstructions'),
  context: () => t('sectionContext'),
  examples: () => t('sectionExamples'),
  output_format: () => t('sectionOutput'),
  message: () => t('sectionMessage'),
};

const shownSections = 20;

/** What a text that was brought along becomes, and what did not survive. */
export function BroughtPrompt({ read }: { read: ForeignPrompt }) {
  const { prompt, findings } = read;
  if (!prompt)
    return (
      <ProblemMessage>
        <p className="font-medium">{t('bringUnreadable')}</p>
        <Findings findings={findings} />
      </ProblemMessage>
    );
  const { sections, variables } = prompt.document;
  return (
    <section aria-label={t('bringPreview')} className="grid gap-3">
      <h3 className="font-semibold">{t('bringPreview')}</h3>
      {sections.slice(0, shownSections).map((section) => (
        <div key={section.id}>
          <p className="mb-1 text-12 text-ink-3">
            {kindNames[section.kind]()}
            {section.role && ` · ${section.role}`}
          </p>
          <pre className="max-h-48 overflow-auto rounded-md border border-line bg-raise px-3 py-2 font-mono text-12 whitespace-pre-wrap wrap-anywhere">
            {section.text.slice(0, 4_000)}
            {section.text.length > 4_000 && '…'}
          </pre>
        </div>
      ))}
      {variables.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-12 text-ink-3">
          {t('bringVariables', { count: variables.length })}
          {variables.slice(0, 30).map(({ id, name }) => (
            <Chip key={id} mono>
              {name}
            </Chip>
          ))}
        </p>
      )}
      <div>
        <h3 className="mb-1 font-semibold">{t('bringLost')}</h3>
        {findings.length === 0 ? (
          <p className="flex items-center gap-2 text-ink-2">
            <CircleCheck aria-hidden="true" className="size-4 text-ok" />
            {t('bringNothingLost')}
          </p>
        ) : (
          <Findings findings={findings} />
        )}
      </div>
    </section>
  );
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const sorted = findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity] || a.line - b.line);
  return (
    <ul className="grid gap-1">
      {sorted.map(({ severity, message, line }) => (
        <li
          key={`${severity} ${line} ${message}`}
          className="flex items-start gap-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0"
        >
          {looks[severity]}
          <span className="min-w-0 flex-1 wrap-anywhere">{message}</span>
          <span className="shrink-0 text-12 text-ink-3 tabular">{t('bringLine', { line })}</span>
        </li>
      ))}
    </ul>
  );
}
