import { useState } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { classes } from './classes.ts';

type JsonViewProps = {
  label: string;
  value: unknown;
  /** Levels open at first. */
  open?: number;
  className?: string;
};

/** JSON as a tree that folds; long lists come in pages, so that any size opens at once. */
export function JsonView({ label, value, open = 2, className }: JsonViewProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div
      role="group"
      aria-label={label}
      className={classes('min-w-0 overflow-x-auto font-mono text-12 leading-5', className)}
    >
      <JsonNode value={value} open={open} />
    </div>
  );
}

type NodeProps = { name?: string; value: unknown; open: number };

function JsonNode({ name, value, open }: NodeProps) {
  if (typeof value !== 'object' || value === null) return <Leaf name={name} value={value} />;
  const isList = Array.isArray(value);
  const entries: [string, unknown][] = isList
    ? value.map((each, index) => [String(index), each])
    : Object.entries(value);
  const [left, right] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return <Leaf name={name} text={left + right} />;
  return <Branch {...{ name, entries, open, isList, left, right }} />;
}

const page = 100;

type BranchProps = {
  name?: string;
  entries: [string, unknown][];
  open: number;
  isList: boolean;
  left: string;
  right: string;
};

function Branch({ name, entries, open, isList, left, right }: BranchProps) {
  const [shown, setShown] = useState(open > 0);
  const [most, setMost] = useState(page);
  return (
    <details open={shown} onToggle={(event) => setShown(event.currentTarget.open)} className="group/json">
      <summary className="w-fit list-none rounded-xs before:mr-1 before:inline-block before:w-3 before:text-ink-3 before:content-['▸'] hover:bg-raise [&::-webkit-details-marker]:hidden [[open]>&]:before:content-['▾']">
        {name !== undefined && <span className="text-ink-2">{name}: </span>}
        {left}
        {!shown && (
          <span className="text-ink-3">
            {' '}
            {entries.length} {right}
          </span>
        )}
      </summary>
      {shown && (
        <>
          <div className="ml-1.5 border-l border-line pl-3">
            {entries.slice(0, most).map(([key, each]) => (
              <JsonNode key={key} name={isList ? key : `"${key}"`} value={each} open={open - 1} />
            ))}
            {entries.length > most && (
              <button
                type="button"
                onClick={() => setMost(most + page * 10)}
                className="font-sans text-accent-ink hover:underline"
              >
                {t('moreEntries', { count: entries.length - most })}
              </button>
            )}
          </div>
          <div className="pl-4">{right}</div>
        </>
      )}
    </details>
  );
}

const colors: Record<string, string> = {
  string: 'text-ok',
  number: 'text-accent-ink',
  boolean: 'text-var',
  object: 'text-ink-3',
};

function Leaf({ name, value, text }: { name?: string; value?: unknown; text?: string }) {
  return (
    <div className="pl-4 whitespace-pre-wrap wrap-anywhere">
      {name !== undefined && <span className="text-ink-2">{name}: </span>}
      <span className={text === undefined ? colors[typeof value] : ''}>
        {text ?? JSON.stringify(value) ?? 'undefined'}
      </span>
    </div>
  );
}
