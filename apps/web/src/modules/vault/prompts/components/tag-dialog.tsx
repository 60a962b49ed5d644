import type { Tag } from '@promptvault/contract/vault/catalog/shapes';
import { useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useTagChanges } from '../api/tags.ts';
import { t } from '../messages.ts';
import type { TagChange } from './tags-page.tsx';

type TagDialogProps = { change: TagChange; tags: readonly Tag[]; onClose: () => void };

/** Another name for a tag, or another tag in its place. */
export function TagDialog({ change: { tag, kind }, tags, onClose }: TagDialogProps) {
  const id = useId();
  const { rename, merge } = useTagChanges();
  const [name, setName] = useState(tag.name);
  const [into, setInto] = useState('');
  const [isTried, setTried] = useState(false);
  const isRename = kind === 'rename';
  const { isPending, error } = isRename ? rename : merge;
  const target = tags.find((one) => one.id === into);
  const save = async () => {
    setTried(true);
    const wanted = name.trim();
    if (isPending || (isRename ? wanted === '' : !target)) return;
    try {
      if (isRename) await rename.mutateAsync({ tag, name: wanted });
      else if (target) await merge.mutateAsync({ tag, into: target });
    } catch {
      return; // Said above the field.
    }
    toast({
      text: isRename
        ? t('tagRenamed', { name: wanted })
        : t('tagMerged', { from: tag.name, into: target?.name ?? '' }),
      tone: 'ok',
    });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={t(isRename ? 'renameTag' : 'mergeTag', { name: tag.name })}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={isPending}>
            {t(isRename ? 'saveTag' : 'mergeTags')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {error && <ProblemMessage>{error.message}</ProblemMessage>}
        {isRename ? (
          <TextField
            label={t('tagName')}
            autoComplete="off"
            maxLength={100}
            value={name}
            error={isTried && name.trim() === '' ? t('tagNameNeeded') : undefined}
            onChange={(event) => setName(event.target.value)}
          />
        ) : (
          <Select
            label={t('mergeInto')}
            hint={t('mergeIntoHint', { name: tag.name })}
            placeholder={t('chooseTag')}
            value={into}
            error={isTried && !target ? t('tagNeeded') : undefined}
            options={tags
              .filter((one) => one.id !== tag.id)
              .map((one) => ({ value: one.id, label: one.name }))}
            onChange={(event) => setInto(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}
