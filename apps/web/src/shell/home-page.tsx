import { Sparkles } from 'lucide-react';
import { shellText as t } from '../messages/interface-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from './page.tsx';
import { useSession } from './session.ts';
import { Slot, useSlotFills } from './slot.tsx';

/** Where a day begins: cards that the modules bring. */
export function HomePage() {
  const session = useSession();
  const cards = useSlotFills('home.card').length;
  const name = session?.person.name.split(' ')[0];
  return (
    <Page title={t('home')}>
      <div className="mx-auto w-full max-w-240 px-6 py-8 max-md:px-4">
        <h2 className="mb-6 text-20 font-semibold tracking-tight">
          {name ? t('welcomeName', { name }) : t('welcome')}
        </h2>
        {cards > 0 ? (
          <div className="grid gap-4 lg:grid-cols-2">
            <Slot name="home.card" props={{}} />
          </div>
        ) : (
          <EmptyState icon={<Sparkles />} title={t('homeEmpty')} hint={t('homeEmptyHint')} />
        )}
      </div>
    </Page>
  );
}
