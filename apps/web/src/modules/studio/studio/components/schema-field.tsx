import type { Json } from '@promptvault/document';
import { WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { t } from '../messages.ts';
import { readSchema, writeSchema } from '../state/schema-fault.ts';

type SchemaFieldProps = {
  label: string;
  hint?: string;
  value: Json;
  locked: boolean;
  onChange: (value: Json) => void;
};

/** A JSON schema as text: kept as typed here, and taken into the document whenever it is one. */
export function SchemaField({ label, hint, value, locked, onChange }: SchemaFieldProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? writeSchema(value);
  const read = readSchema(text);
  return (
    <div className="relative">
      <TextArea
        label={label}
        hint={hint}
        mono
        rows={4}
        spellCheck={false}
        value={text}
        readOnly={locked}
        error={'fault' in read ? read.fault : undefined}
        onChange={(event) => {
          const next = event.target.value;
          setTyped(next);
          const taken = readSchema(next);
          if ('value' in taken) onChange(taken.value);
        }}
      />
      {!locked && 'value' in read && read.value !== null && text !== writeSchema(read.value) && (
        <IconButton
          size="small"
          className="absolute -top-1 right-0"
          label={t('tidySchema')}
          icon={<WandSparkles />}
          onClick={() => setTyped(undefined)}
        />
      )}
    </div>
  );
}
