import { useRouter } from '@tanstack/react-router';
import { Cable, FileUp, PenLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Card } from '../../../../ui/card.tsx';
import { t } from '../messages.ts';
import { NewPromptButton } from './new-prompt-button.tsx';

/** What to do in a vault that holds nothing yet. */
export function StartVault() {
  const may = useMay();
  const { routesByPath } = useRouter();
  const models = '/settings/models';
  return (
    <Card title={t('start')} hint={t('startHint')} className="lg:col-span-2">
      <ol className="grid md:grid-cols-3">
        {may('prompt.import') && (
          <Step icon={<FileUp />} title={t('startImport')} hint={t('startImportHint')}>
            <ButtonLink to="/prompts/import">{t('importCsv')}</ButtonLink>
          </Step>
        )}
        {may('prompt.create') && (
          <Step icon={<PenLine />} title={t('startNew')} hint={t('startNewHint')}>
            <NewPromptButton kind="plain" />
          </Step>
        )}
        {models in routesByPath && may('model.read') && (
          <Step icon={<Cable />} title={t('startModel')} hint={t('startModelHint')}>
            <ButtonLink to={models}>{t('startModel')}</ButtonLink>
          </Step>
        )}
      </ol>
    </Card>
  );
}

type StepProps = { icon: ReactNode; title: string; hint: string; children: ReactNode };

function Step({ icon, title, hint, children }: StepProps) {
  return (
    <li className="flex flex-col items-start gap-1 border-line p-5 not-last:border-b md:not-last:border-r md:not-last:border-b-0 [&>svg]:mb-2 [&>svg]:size-5 [&>svg]:stroke-[1.5] [&>svg]:text-accent-ink">
      {icon}
      <h3 className="font-semibold">{title}</h3>
      <p className="mb-3 flex-1 text-ink-2 text-pretty">{hint}</p>
      {children}
    </li>
  );
}
