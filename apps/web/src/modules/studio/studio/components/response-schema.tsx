import type { PromptDocument } from '@promptvault/document';
import { X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { changeResponseSchema } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';
import { SchemaField } from './schema-field.tsx';

type ResponseSchemaProps = { document: PromptDocument; editing: DraftEditing | undefined };

/** The form the answer has to have. */
export function ResponseSchema({ document, editing }: ResponseSchemaProps) {
  const remove = () => {
    editing?.edit(changeResponseSchema(null));
    toast({ text: t('schemaRemoved'), onUndo: editing?.undo });
  };
  return (
    <div className="grid max-w-140 gap-2 py-1">
      <SchemaField
        label={t('responseSchemaLabel')}
        hint={t('responseSchemaHint')}
        value={document.responseSchema}
        locked={!editing}
        onChange={(schema) => schema !== null && editing?.type(changeResponseSchema(schema))}
      />
      {editing && (
        <Button kind="quiet" size="small" icon={<X />} className="-ml-2 w-fit" onClick={remove}>
          {t('removeSchema')}
        </Button>
      )}
    </div>
  );
}
