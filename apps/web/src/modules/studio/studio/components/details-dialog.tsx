import { useId, useState } from 'react';
import * as z from 'zod/mini';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { usePromptChanges } from '../api/prompt-changes.ts';
import type { Prompt } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { CoEditors } from './co-editors.tsx';

const schema = z.object({
  title: z.string().check(z.trim(), z.minLength(1, t('titleNeeded')), z.maxLength(200)),
  path: z.string().check(z.trim(), z.minLength(1, t('pathNeeded')), z.maxLength(300)),
  description: z.string().check(z.maxLength(2_000)),
  tags: z.string().check(z.maxLength(2_000)),
});

const tagsOf = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** What a prompt is called, where it stands and who writes it: title, path, description, tags and co-editors. */
export function DetailsDialog({ prompt, onClose }: { prompt: Prompt; onClose: () => void }) {
  const { details } = usePromptChanges(prompt.id);
  const id = useId();
  const [coEditors, setCoEditors] = useState(prompt.coEditors);
  const form = useValidatedForm({
    schema,
    defaults: {
      title: prompt.title,
      path: prompt.path,
      description: prompt.description,
      tags: prompt.tags.join(', '),
    },
    onSubmit: async ({ tags, ...rest }) => {
      await details.mutateAsync({
        revision: prompt.revision,
        ...rest,
        tags: tagsOf(tags),
        ...(coEditors !== prompt.coEditors && { coEditors: coEditors.map((person) => person.id) }),
      });
      onClose();
    },
    refusalOf: refusalOf({ 'prompt.path_taken': 'path', 'prompt.reference_cycle': 'path' }),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('details')}
      size="small"
      actions={
        <Button type="submit" form={id} kind="primary" busy={form.busy}>
          {t('saveDetails')}
        </Button>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="grid gap-4">
        <TextField label={t('detailTitle')} autoComplete="off" {...form.field('title')} />
        <TextField
          label={t('detailPath')}
          hint={t('detailPathHint')}
          mono
          autoComplete="off"
          {...form.field('path')}
        />
        <TextArea label={t('detailDescription')} {...form.field('description')} />
        <TextField
          label={t('detailTags')}
          hint={t('detailTagsHint')}
          autoComplete="off"
          {...form.field('tags')}
        />
        {/* Who may publish it also says who writes it. */}
        {prompt.may.publish && (
          <CoEditors author={prompt.author} chosen={coEditors} onChange={setCoEditors} />
        )}
        {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      </form>
    </Dialog>
  );
}
