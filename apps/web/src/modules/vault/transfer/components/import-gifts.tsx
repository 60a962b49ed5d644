import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { tagsQuery } from '../../prompts/index.ts';
import type { ImportWish } from '../api/imports.ts';
import { t } from '../messages.ts';
import { readTags, tagProblem } from '../state/tag-text.ts';

/** What each imported prompt is given. Tags stand as they are typed. */
export type Gifts = { tags: string } & Pick<ImportWish, 'visibility'>;

type ImportGiftsProps<G extends Gifts> = { gifts: G; onChange: (gifts: G) => void };

/** Offers to publish where the import can do so at once. */
export function ImportGifts<G extends Gifts & Partial<Pick<ImportWish, 'publish'>>>({
  gifts,
  onChange,
}: ImportGiftsProps<G>) {
  const known = useId();
  const may = useMay();
  const { data: tags = [] } = useQuery(tagsQuery);
  const read = readTags(gifts.tags);
  const wrong = tagProblem(read);
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <div className="grid content-start gap-2">
        <TextField
          label={t('tags')}
          hint={t('tagsHint')}
          error={wrong && t(wrong)}
          value={gifts.tags}
          list={known}
          autoComplete="off"
          onChange={({ target }) => onChange({ ...gifts, tags: target.value })}
        />
        <datalist id={known}>
          {tags.map((tag) => (
            <option key={tag} value={[...read.slice(0, -1), tag].join(', ')} />
          ))}
        </datalist>
        {read.length > 1 && (
          <div className="flex flex-wrap gap-1">
            {read.map((tag) => (
              <Chip key={tag}>{tag}</Chip>
            ))}
          </div>
        )}
      </div>
      <Select
        label={t('visibility')}
        value={gifts.visibility}
        onChange={({ target }) =>
          onChange({ ...gifts, visibility: target.value as ImportWish['visibility'] })
        }
        options={[
          { value: 'organization', label: t('organization') },
          { value: 'private', label: t('private') },
          { value: 'public', label: t('public') },
        ]}
      />
      {gifts.publish !== undefined && may('prompt.publish') && (
        <Checkbox
          label={t('publish')}
          hint={t('publishHint')}
          checked={gifts.publish}
          onChange={({ target }) => onChange({ ...gifts, publish: target.checked })}
        />
      )}
    </div>
  );
}
