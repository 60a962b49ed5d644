import type { PromptDocument, Tool } from '@promptvault/document';
import { ChevronRight, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { addTool, changeImplementation, changeTool, removeTool } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';
import { newTool } from '../state/new-tool.ts';
import { SchemaField } from './schema-field.tsx';
import { ToolImplementationFields } from './tool-implementation.tsx';

type ToolsEditorProps = { document: PromptDocument; editing: DraftEditing | undefined };

/** Functions the model may ask for: a name, what it is good for, and the schema of its arguments. */
export function ToolsEditor({ document, editing }: ToolsEditorProps) {
  const { tools } = document;
  return (
    <div className="grid gap-1 py-1">
      {tools.map((tool) => (
        <ToolEntry key={tool.id} tool={tool} tools={tools} editing={editing} />
      ))}
      {editing && (
        <Button
          kind="quiet"
          size="small"
          icon={<Plus />}
          className="-ml-2 w-fit"
          onClick={() => editing.edit(addTool(newTool(tools)))}
        >
          {t('addTool')}
        </Button>
      )}
    </div>
  );
}

type ToolEntryProps = { tool: Tool; tools: readonly Tool[]; editing: DraftEditing | undefined };

function ToolEntry({ tool, tools, editing }: ToolEntryProps) {
  const { id, name, description, parameters, implementation } = tool;
  const [open, setOpen] = useState(false);
  const change = (next: Partial<Omit<Tool, 'id'>>) => editing?.type(changeTool(id, next));
  const remove = () => {
    editing?.edit(removeTool(id));
    toast({ text: t('toolRemoved', { name }), onUndo: editing?.undo });
  };
  return (
    <div className="group/tool">
      <div className="flex items-center gap-1">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-w-0 flex-1 items-center gap-1.5 rounded-md py-0.5 text-left hover:bg-raise"
        >
          <ChevronRight
            aria-hidden="true"
            className={`size-3.5 shrink-0 text-ink-3 transition-transform ${open ? 'rotate-90' : ''}`}
          />
          <span className="font-mono text-13">{name}</span>
          <span className="min-w-0 truncate text-12 text-ink-3">{description}</span>
        </button>
        {editing && (
          <span className="opacity-0 transition-opacity group-focus-within/tool:opacity-100 group-hover/tool:opacity-100 pointer-coarse:opacity-100">
            <IconButton size="small" label={t('removeTool', { name })} icon={<X />} onClick={remove} />
          </span>
        )}
      </div>
      {open && (
        <div className="grid max-w-140 gap-3 py-2 pl-5">
          <ToolName
            name={name}
            taken={tools.filter((other) => other.id !== id)}
            locked={!editing}
            onChange={change}
          />
          <TextArea
            label={t('description')}
            hint={t('toolDescriptionHint')}
            rows={1}
            className="[&_textarea]:min-h-8!"
            value={description}
            readOnly={!editing}
            onChange={(event) => change({ description: event.target.value })}
          />
          <SchemaField
            label={t('toolParameters')}
            value={parameters}
            locked={!editing}
            onChange={(next) => change({ parameters: next })}
          />
          <ToolImplementationFields
            implementation={implementation}
            locked={!editing}
            onChange={(next) => editing?.type(changeImplementation(id, next))}
          />
        </div>
      )}
    </div>
  );
}

type ToolNameProps = {
  name: string;
  taken: readonly Tool[];
  locked: boolean;
  onChange: (change: { name: string }) => void;
};

/** The providers' own rule for names of functions. */
const namePattern = /^[A-Za-z0-9_-]{1,64}$/;

function ToolName({ name, taken, locked, onChange }: ToolNameProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? name;
  const faultOf = (next: string) => {
    if (!namePattern.test(next)) return t('toolNameRule');
    return taken.some((other) => other.name === next) ? t('toolNameTaken') : undefined;
  };
  return (
    <TextField
      label={t('toolName')}
      value={text}
      readOnly={locked}
      error={faultOf(text)}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        if (faultOf(next) === undefined) onChange({ name: next });
      }}
    />
  );
}
