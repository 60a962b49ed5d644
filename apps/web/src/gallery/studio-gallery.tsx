import { ChevronDown, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Page } from '../shell/page.tsx';
import { AvatarStack } from '../ui/avatar.tsx';
import { Badge, StatusDot } from '../ui/badge.tsx';
import { BudgetBar } from '../ui/budget-bar.tsx';
import { Button } from '../ui/button.tsx';
import { Chip, ChipToggle } from '../ui/chip.tsx';
import { PromptEditor } from '../ui/editor/prompt-editor.tsx';
import { formatCost, formatTokens } from '../ui/format.ts';
import { Drawer } from '../ui/panels/drawer.tsx';
import { ResizablePanels } from '../ui/panels/resizable-panels.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { sampleHighlight, sampleTexts } from './sample-prompt.ts';

const budget = [
  { id: 'system', label: 'System', tokens: 286 },
  { id: 'instructions', label: 'Instructions', tokens: 402 },
  { id: 'context', label: 'Context', tokens: 7930 },
  { id: 'examples', label: 'Examples', tokens: 688 },
  { id: 'output', label: 'Output format', tokens: 106 },
];

/** The components together, as dense as the densest page. */
export function StudioGallery({ chooser }: { chooser: ReactNode }) {
  const [tab, setTab] = useState<'versions' | 'runs' | 'problems'>('versions');
  return (
    <Page
      title="refund-reply"
      crumbs={[{ label: 'Prompts', to: '/' }, { label: 'support' }]}
      layout="fill"
      facts={
        <>
          <Chip mono icon={<ChevronDown />}>
            main
          </Chip>
          <Chip className="max-lg:hidden">v14 · edited</Chip>
          <Chip tone="ok" className="max-lg:hidden">
            production → v12
          </Chip>
        </>
      }
      presence={<AvatarStack names={['Mira Ray', 'Amina Khan']} />}
      actions={
        <>
          <div className="max-md:hidden">{chooser}</div>
          <Button keys="mod+s" className="max-md:hidden">
            Save
          </Button>
          <Button kind="primary" keys="mod+enter">
            Run 2 models
          </Button>
        </>
      }
      bar={
        <>
          <BudgetBar parts={budget} limit={32_000} className="flex-1" />
          <span className="shrink-0 text-12 text-ink-2 tabular max-md:hidden">
            ≈ {formatCost(0.031)} a run
          </span>
          <span className="shrink-0 text-12 text-ok">fits both</span>
        </>
      }
    >
      <ResizablePanels
        label="Column"
        name="gallery-studio"
        panels={[
          {
            id: 'document',
            label: 'Document',
            size: 560,
            min: 320,
            flexible: true,
            content: <SampleDocument />,
          },
          { id: 'inputs', label: 'Inputs', size: 300, min: 240, max: 480, content: <SampleInputs /> },
          {
            id: 'result',
            label: 'Result',
            size: 480,
            min: 300,
            flexible: true,
            tone: 'bg',
            content: <SampleAnswers />,
          },
        ]}
      />
      <Drawer
        label="History"
        name="gallery"
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'runs', label: 'Runs' },
          { value: 'versions', label: 'Versions', note: 14 },
          { value: 'problems', label: 'Problems', note: 1 },
        ]}
      >
        <p className="px-4 py-3 text-ink-2">What the tab {tab} holds.</p>
      </Drawer>
    </Page>
  );
}

function SampleDocument() {
  const [texts, setTexts] = useState(sampleTexts);
  const problemAt = (texts.instructions ?? '').indexOf('{{max_word}}');
  const section = (id: string, label: string, tokens: number) => ({
    id,
    label,
    text: texts[id] ?? '',
    note: `${formatTokens(tokens)} tokens`,
    problems:
      id === 'instructions' && problemAt >= 0
        ? [
            {
              severity: 'error' as const,
              message: 'No variable is called max_word. Did you mean max_words?',
              from: problemAt,
              to: problemAt + 12,
            },
          ]
        : [],
  });
  return (
    <PromptEditor
      label="Prompt"
      highlight={sampleHighlight}
      onChange={(id, text) => setTexts((before) => ({ ...before, [id]: text }))}
      head={
        <>
          <ChipToggle pressed onPress={() => {}}>
            Few-shot · 2
          </ChipToggle>
          {['Chain of thought', 'Self-consistency', 'Tree of thoughts', 'Tools'].map((name) => (
            <ChipToggle key={name} pressed={false} onPress={() => {}}>
              {name}
            </ChipToggle>
          ))}
        </>
      }
      foot={
        <Button kind="quiet" size="small" icon={<Plus />}>
          Section
        </Button>
      }
      sections={[
        section('system', 'System', 286),
        section('instructions', 'Instructions', 402),
        {
          ...section('context', 'Context', 7930),
          content: (
            <div className="text-ink-3">
              policy/refunds.md · lines 1–180
              <br />
              orders/export.ts · signatures
            </div>
          ),
        },
        section('output', 'Output format', 106),
      ]}
    />
  );
}

function SampleInputs() {
  const files = [
    ['M', 'policy/refunds.md', 4210],
    ['N', 'desk/macros.yaml', 1874],
    ['1–80', 'desk/tone.md', 934],
  ] as const;
  return (
    <>
      <div className="grid gap-3 border-b border-line p-4">
        <h2 className="text-12 font-semibold">Inputs</h2>
        <TextField label="company" note="text" defaultValue="Northwind" />
        <TextField label="customer_name" note="text" defaultValue="Ines Okafor" />
        <TextField
          label="order_id"
          note="text"
          required
          error="Needed: the text uses it in Instructions, line 1."
        />
        <Select
          label="late"
          note="boolean"
          options={[
            { value: 'yes', label: 'yes' },
            { value: 'no', label: 'no' },
          ]}
        />
      </div>
      <div className="border-b border-line p-4">
        <h2 className="mb-2 flex justify-between text-12 font-semibold">
          Context pack <span className="font-normal text-ink-3 tabular">{formatTokens(7930)} tokens</span>
        </h2>
        {files.map(([mark, path, tokens]) => (
          <div key={path} className="flex h-6 items-center gap-2">
            <Badge tone={mark === 'M' ? 'warn' : mark === 'N' ? 'ok' : 'plain'}>{mark}</Badge>
            <span className="min-w-0 flex-1 truncate font-mono text-12">{path}</span>
            <span className="text-12 text-ink-3 tabular">{formatTokens(tokens)}</span>
          </div>
        ))}
        <p className="mt-1 text-12 text-ink-3">Stays in this browser until you run.</p>
      </div>
    </>
  );
}

function SampleAnswers() {
  return (
    <div className="grid h-full grid-cols-2 divide-x divide-line max-md:grid-cols-1 max-md:divide-x-0 max-md:divide-y">
      {['claude-sonnet', 'llama-3.3 (local)'].map((model, index) => (
        <section key={model} aria-label={model} className="min-w-0 p-4">
          <h2 className="flex items-center gap-2 font-semibold">
            <StatusDot tone={index === 0 ? 'ok' : 'accent'} />
            {model}
          </h2>
          <p className="mb-3 flex flex-wrap gap-x-3 text-12 text-ink-3 tabular">
            <span>0.61 s to first</span>
            <span>212 tokens</span>
            <span>{formatCost(0.019)}</span>
          </p>
          <p className="leading-relaxed">
            I am sorry your order reached you late. Section 4 of our policy covers this, and you can have the
            full amount back.
          </p>
        </section>
      ))}
    </div>
  );
}
