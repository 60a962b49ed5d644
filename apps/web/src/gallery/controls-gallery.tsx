import {
  Columns3,
  Copy,
  List,
  MoreHorizontal,
  Pencil,
  Play,
  Plus,
  Rows3,
  Search,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import * as z from 'zod';
import { Avatar, AvatarStack } from '../ui/avatar.tsx';
import { Badge, StatusDot } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Chip, ChipToggle } from '../ui/chip.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Menu } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { ProblemMessage } from '../ui/problem-message.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { Select } from '../ui/select.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Switch } from '../ui/switch.tsx';
import { TabPanel, Tabs } from '../ui/tabs.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { toast } from '../ui/toast-store.ts';
import { useValidatedForm } from '../ui/use-validated-form.ts';
import { Specimen } from './specimen.tsx';

export function ControlsGallery() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | 'confirm'>();
  const [tab, setTab] = useState('runs');
  const [layout, setLayout] = useState('columns');
  const [technique, setTechnique] = useState(true);
  const close = () => setOpen(undefined);
  return (
    <>
      <Specimen title="Buttons">
        <Button kind="primary" keys="mod+enter" icon={<Play />}>
          Run 2 models
        </Button>
        <Button keys="mod+s">Save</Button>
        <Button kind="quiet" icon={<Plus />}>
          New section
        </Button>
        <Button kind="danger" icon={<Trash2 />}>
          Delete
        </Button>
        <Button busy>Saving</Button>
        <Button disabled>Disabled</Button>
        <Button size="small">Small</Button>
        <Button size="large" kind="primary">
          Large
        </Button>
        <IconButton label="Search" keys="/" icon={<Search />} />
        <IconButton label="Pressed" pressed icon={<Columns3 />} />
        <CopyButton text="copied" />
        <CopyButton wide text="copied" size="small" />
      </Specimen>
      <Specimen title="Layers">
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('sheet')}>Sheet</Button>
        <Button onClick={() => setOpen('confirm')}>Confirm</Button>
        <Menu
          label="More"
          trigger={(props) => <IconButton {...props} label="More" icon={<MoreHorizontal />} />}
          items={[
            { label: 'Rename', icon: <Pencil />, keys: 'f2', onSelect: () => toast({ text: 'Renamed.' }) },
            {
              label: 'Duplicate',
              icon: <Copy />,
              keys: 'mod+d',
              onSelect: () => toast({ text: 'Duplicated.', tone: 'ok' }),
            },
            'separator',
            { heading: 'Sort by' },
            { label: 'Name', checked: true, onSelect: () => {} },
            { label: 'Last change', checked: false, onSelect: () => {} },
            'separator',
            {
              label: 'Delete',
              icon: <Trash2 />,
              danger: true,
              onSelect: () => toast({ text: 'Prompt deleted.', onUndo: () => {} }),
            },
          ]}
        />
        <Popover label="Filter" trigger={(props) => <Button {...props}>Popover</Button>}>
          {(done) => (
            <div className="grid w-56 gap-3">
              <TextField label="Author" placeholder="Anyone" />
              <Checkbox label="Only mine" />
              <Button size="small" kind="primary" onClick={done}>
                Apply
              </Button>
            </div>
          )}
        </Popover>
        <Button
          onClick={() =>
            toast({
              text: 'refund-reply was archived.',
              onUndo: () => toast({ text: 'It is back.', tone: 'ok' }),
            })
          }
        >
          Toast with Undo
        </Button>
        <Button
          onClick={() =>
            toast({ tone: 'bad', text: 'The provider refused the key: 401 from api.example.com.' })
          }
        >
          Bad toast
        </Button>
        <span className="flex items-center gap-2">
          <Kbd keys="mod+k" /> <Kbd keys="?" />
        </span>
      </Specimen>
      <Specimen title="Fields">
        <div className="grid w-full max-w-180 gap-4 md:grid-cols-2">
          <TextField label="company" note="text" defaultValue="Northwind" />
          <TextField
            label="order_id"
            note="text"
            required
            error="Needed: the text uses it in Instructions, line 1."
          />
          <TextField
            label="Password"
            type="password"
            defaultValue="correct horse"
            hint="Twelve signs or more."
          />
          <TextField label="Find" hideLabel icon={<Search />} placeholder="Filter by name…" />
          <Select
            label="Model"
            options={[
              { value: 'a', label: 'claude-sonnet' },
              { value: 'b', label: 'llama-3.3 (local)' },
            ]}
          />
          <TextArea label="Description" placeholder="What is this prompt for?" />
          <div className="grid gap-2">
            <Checkbox label="Keep contents" hint="Files stay with this run." defaultChecked />
            <Checkbox label="Some of them" mixed readOnly />
            <Checkbox label="Not this" disabled />
          </div>
          <div className="grid content-start gap-2">
            <Switch label="Stream answers" hint="Shows the first token as it comes." defaultChecked />
            <Switch label="Private run" />
          </div>
        </div>
      </Specimen>
      <Specimen title="Form with validation on blur and submit">
        <SampleForm />
      </Specimen>
      <Specimen title="Choices and facts">
        <SegmentedControl
          label="Layout"
          value={layout}
          onChange={setLayout}
          options={[
            { value: 'columns', label: 'Columns', icon: <Columns3 /> },
            { value: 'rows', label: 'Rows', icon: <Rows3 /> },
            { value: 'list', label: 'List', icon: <List /> },
          ]}
        />
        <ChipToggle pressed={technique} onPress={() => setTechnique(!technique)}>
          Few-shot · 2
        </ChipToggle>
        <ChipToggle pressed={false} onPress={() => {}}>
          Chain of thought
        </ChipToggle>
        <Chip mono>main</Chip>
        <Chip>v14 · edited</Chip>
        <Chip tone="ok">production → v12</Chip>
        <Chip tone="warn">tight</Chip>
        <Chip tone="bad">over</Chip>
        <Badge>sig</Badge>
        <Badge tone="warn">M</Badge>
        <Badge tone="ok">N</Badge>
        <Badge tone="accent">3</Badge>
        <span className="flex items-center gap-2">
          <StatusDot tone="ok" label="finished" />
          <StatusDot tone="accent" label="running" />
          <StatusDot tone="bad" label="failed" />
          <StatusDot tone="off" label="waiting" />
        </span>
        <AvatarStack names={['Mira Ray', 'Amina Khan', 'Jo Berg', 'Li Wei', 'Tom A', 'Eva B']} />
        <Avatar name="Northwind Labs" shape="organization" named />
        <RelativeTime time={new Date(Date.now() - 240_000)} />
        <TextLink href="https://example.com">A link out</TextLink>
      </Specimen>
      <Specimen title="Messages">
        <div className="grid w-full max-w-180 gap-2">
          <ProblemMessage>
            The name “refund-reply” is taken. Choose another or open that prompt.
          </ProblemMessage>
          <ProblemMessage severity="warning" action={<Button size="small">Pin</Button>}>
            This reference follows production and may change.
          </ProblemMessage>
          <ProblemMessage severity="info">Stays in this browser until you run.</ProblemMessage>
          <FileDrop
            label="Drop a CSV file here"
            hint="Up to 50 MB. Nothing is stored before you confirm."
            onFiles={() => {}}
          />
        </div>
      </Specimen>
      <Specimen title="Tabs">
        <div className="w-full">
          <Tabs
            label="History"
            id="sample"
            value={tab}
            onChange={setTab}
            className="px-0"
            tabs={[
              { value: 'runs', label: 'Runs' },
              { value: 'versions', label: 'Versions', note: 14 },
              { value: 'problems', label: 'Problems', note: 1 },
            ]}
          />
          <TabPanel id="sample" value={tab} className="py-3 text-ink-2">
            What the tab {tab} holds.
          </TabPanel>
        </div>
      </Specimen>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="Save a version"
        description="A version never changes. Say what is different, for those who read the history."
        actions={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button kind="primary" keys="mod+enter" onClick={close}>
              Save
            </Button>
          </>
        }
      >
        <TextField label="Message" placeholder="Ask for one clause only" />
      </Dialog>
      <Sheet open={open === 'sheet'} onClose={close} title="Run details">
        <p>Something long beside the page.</p>
      </Sheet>
      <ConfirmDialog
        open={open === 'confirm'}
        onClose={close}
        onConfirm={close}
        title="Delete the organization"
        description="All prompts, runs and members of it are gone for ever."
        action="Delete for ever"
        name="northwind"
      />
    </>
  );
}

const account = z.object({
  email: z.email('This is not a mail address.'),
  password: z.string().min(12, 'Twelve signs or more.'),
});

function SampleForm() {
  const form = useValidatedForm({
    schema: account,
    defaults: { email: '', password: '' },
    onSubmit: () => {
      toast({ tone: 'ok', text: 'Sent.' });
    },
    draft: 'gallery',
    secret: ['password'],
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid w-80 gap-3">
      <TextField label="E-mail" type="email" required {...form.field('email')} />
      <TextField label="Password" type="password" required {...form.field('password')} />
      {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      <Button type="submit" kind="primary" busy={form.busy}>
        Create the account
      </Button>
    </form>
  );
}
