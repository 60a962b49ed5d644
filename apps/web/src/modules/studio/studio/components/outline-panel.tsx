import {
  Braces,
  CornerDownRight,
  Hash,
  Heading,
  type LucideIcon,
  Repeat,
  SquareDashed,
  X,
} from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { List } from '../../../../ui/list.tsx';
import { t } from '../messages.ts';
import {
  type NamePlace,
  type NameRow,
  nameRows,
  type OutlineRow,
  outlineRows,
} from '../state/outline-rows.ts';
import type { Studio } from '../state/use-studio.ts';

type OutlinePanelProps = {
  studio: Studio;
  /** `variable:company`: only the places of this name. */
  name: string | undefined;
  onName: (name: string | undefined) => void;
  onOpen: (sectionId: string, offset: number) => void;
};

/** Where everything is: the sections with what stands in them, and every name with its places. */
export function OutlinePanel({ studio, name, onName, onOpen }: OutlinePanelProps) {
  const { document, references } = studio;
  const parts = useMemo(() => outlineRows(document), [document]);
  const names = useMemo(() => nameRows(document, references.partial), [document, references.partial]);
  const chosen = names.find(({ key }) => key === name);
  if (parts.length === 0) return <EmptyState icon={<Hash />} title={t('outlineEmpty')} compact />;
  return (
    <div className="@container/outline">
      <div className="grid @3xl/outline:grid-cols-2 @3xl/outline:divide-x @3xl/outline:divide-line">
        <List
          label={t('outline')}
          rows={parts}
          keyOf={({ key }) => key}
          rowHeight={30}
          onOpen={({ sectionId, offset }) => onOpen(sectionId, offset)}
          renderRow={(row) => <PartRow row={row} />}
        />
        {chosen ? (
          <Places row={chosen} onClose={() => onName(undefined)} onOpen={onOpen} />
        ) : (
          <List
            label={t('names')}
            rows={names}
            keyOf={({ key }) => key}
            rowHeight={30}
            onOpen={({ key }) => onName(key)}
            renderRow={(row) => <NameLine row={row} />}
          />
        )}
      </div>
    </div>
  );
}

const icons: Record<OutlineRow['kind'], LucideIcon> = {
  part: Hash,
  heading: Heading,
  section: Repeat,
  inverted: Repeat,
  block: SquareDashed,
  parent: CornerDownRight,
  partial: CornerDownRight,
};

function PartRow({ row: { kind, name, depth } }: { row: OutlineRow }) {
  const Icon = icons[kind];
  const isPart = kind === 'part';
  return (
    <div
      className="flex h-7.5 items-center gap-2 pr-4"
      style={{ paddingInlineStart: `${16 + depth * 16}px` }}
    >
      <Icon aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
      <span
        className={`min-w-0 truncate ${isPart ? 'font-medium' : kind === 'heading' ? 'text-ink-2' : 'font-mono text-12 text-ink-2'}`}
      >
        {kind === 'inverted' ? t('unless', { name }) : name}
      </span>
    </div>
  );
}

const kinds: Record<NameRow['kind'], () => string> = {
  variable: () => t('kindVariable'),
  field: () => t('kindField'),
  reference: () => t('kindReference'),
  block: () => t('kindBlock'),
};

function NameLine({ row: { kind, name, places } }: { row: NameRow }) {
  return (
    <div className="flex h-7.5 items-center gap-2 px-4">
      {kind === 'variable' || kind === 'field' ? (
        <Braces aria-hidden="true" className="size-3.5 shrink-0 text-var" />
      ) : (
        <CornerDownRight aria-hidden="true" className="size-3.5 shrink-0 text-ref" />
      )}
      <span className="min-w-0 truncate font-mono text-12">{name}</span>
      <span className="text-12 text-ink-3">{kinds[kind]()}</span>
      <span className="ml-auto text-12 text-ink-3 tabular">{t('places', { count: places.length })}</span>
    </div>
  );
}

type PlacesProps = { row: NameRow; onClose: () => void; onOpen: OutlinePanelProps['onOpen'] };

/** The places of one name; the focus comes here, because someone asked for them. */
function Places({ row, onClose, onOpen }: PlacesProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is another list
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, [row.key]);
  return (
    <div ref={box}>
      <div className="flex h-7.5 items-center gap-2 border-b border-line pr-2 pl-4">
        <span className="min-w-0 truncate font-mono text-12 font-medium">{row.name}</span>
        <span className="text-12 text-ink-3">{t('places', { count: row.places.length })}</span>
        <Button kind="quiet" size="small" icon={<X />} className="ml-auto" onClick={onClose}>
          {t('allNames')}
        </Button>
      </div>
      <List
        label={t('placesOf', { name: row.name })}
        rows={row.places}
        keyOf={({ key }) => key}
        rowHeight={30}
        onOpen={({ sectionId, offset }) => onOpen(sectionId, offset)}
        renderRow={(place) => <PlaceRow place={place} />}
      />
    </div>
  );
}

function PlaceRow({ place: { section, line, before, name, after } }: { place: NamePlace }) {
  return (
    <div className="flex h-7.5 items-center gap-3 px-4">
      <span className="min-w-0 flex-1 truncate font-mono text-12 whitespace-pre text-ink-2">
        {before}
        <mark className="rounded-sm bg-accent-weak text-accent-ink">{name}</mark>
        {after}
      </span>
      <span className="shrink-0 text-12 text-ink-3 tabular">{t('problemAt', { section, line })}</span>
    </div>
  );
}
