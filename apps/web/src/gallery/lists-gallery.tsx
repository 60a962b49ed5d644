import { FileText, Plus, Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { type Column, DataTable, type Sort } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { formatCost, formatTokens } from '../ui/format.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast-store.ts';

type Row = {
  id: string;
  name: string;
  status: string;
  tokens: number;
  cost: number;
  at: Date;
  runs: number[];
};

const words = [
  'refund-reply',
  'tone/house-voice',
  'summary',
  'triage',
  'release-notes',
  'sql-review',
  'interview',
];
const rows: Row[] = Array.from({ length: 1529 }, (_, index) => ({
  id: String(index),
  name: `${words[index % words.length]}${index > 6 ? `-${index}` : ''}`,
  status: index % 3 === 0 ? 'published' : 'unpublished',
  tokens: 120 + ((index * 7919) % 9000),
  cost: ((index * 31) % 400) / 10_000,
  at: new Date(Date.now() - index * 3_700_000),
  runs: Array.from({ length: 14 }, (__, day) => (index * (day + 3) * 17) % 23),
}));

const columns: Column<Row>[] = [
  {
    key: 'name',
    title: 'Name',
    width: 'minmax(0,2fr)',
    sortable: true,
    phone: 'title',
    cell: ({ name }) => <span className="font-medium">{name}</span>,
  },
  {
    key: 'status',
    title: 'Status',
    width: '120px',
    cell: ({ status }) => <Chip tone={status === 'published' ? 'ok' : 'plain'}>{status}</Chip>,
  },
  {
    key: 'runs',
    title: 'Runs',
    width: '88px',
    phone: 'hidden',
    cell: ({ runs }) => <Sparkline label="Runs in 14 days" values={runs} kind="bars" />,
  },
  {
    key: 'tokens',
    title: 'Tokens',
    width: '80px',
    numeric: true,
    sortable: true,
    cell: ({ tokens }) => formatTokens(tokens),
  },
  {
    key: 'cost',
    title: 'Cost',
    width: '80px',
    numeric: true,
    sortable: true,
    cell: ({ cost }) => formatCost(cost),
  },
  {
    key: 'at',
    title: 'Changed',
    width: '112px',
    sortable: true,
    cell: ({ at }) => <RelativeTime time={at} className="text-ink-3" />,
  },
];

const states = ['full', 'loading', 'empty', 'error'] as const;

export function ListsGallery({ chooser }: { chooser: ReactNode }) {
  const [sort, setSort] = useState<Sort>({ key: 'name', descending: false });
  const [state, setState] = useState<(typeof states)[number]>('full');
  const next = () => setState(states[(states.indexOf(state) + 1) % states.length] ?? 'full');
  return (
    <Page
      title="Prompts"
      layout="fill"
      actions={chooser}
      bar={
        <>
          <TextField label="Filter" hideLabel placeholder="Filter…" className="w-56" />
          <Button size="small" kind="quiet" onClick={next}>
            {state}
          </Button>
        </>
      }
    >
      {state === 'full' && (
        <DataTable
          label="Prompts"
          main
          memory="gallery"
          rows={rows}
          keyOf={({ id }) => id}
          columns={columns}
          sort={sort}
          onSort={setSort}
          onOpen={({ name }) => toast({ text: `Opened ${name}.` })}
          className="flex-1"
        />
      )}
      {state === 'loading' && <SkeletonRows />}
      {state === 'empty' && (
        <EmptyState
          icon={<FileText />}
          title="No prompts yet"
          hint="Write the first one, or bring those you have: CSV, Markdown and exports of other tools are read."
          action={
            <>
              <Button icon={<Upload />}>Import</Button>
              <Button kind="primary" icon={<Plus />}>
                New prompt
              </Button>
            </>
          }
        />
      )}
      {state === 'error' && <ErrorState reason="The server could not be reached." onRetry={next} />}
    </Page>
  );
}
