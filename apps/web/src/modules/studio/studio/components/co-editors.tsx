import { useInfiniteQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Avatar } from '../../../../ui/avatar.tsx';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { membersQuery } from '../../../account/organizations/index.ts';
import type { Prompt } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';

type Person = Prompt['coEditors'][number];
type CoEditorsProps = {
  author: Prompt['author'];
  chosen: readonly Person[];
  onChange: (chosen: Person[]) => void;
};

/** Who writes a prompt beside its author: members are added and taken away, and kept with the rest of the details. */
export function CoEditors({ author, chosen, onChange }: CoEditorsProps) {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(membersQuery);
  const taken = new Set([author?.id, ...chosen.map(({ id }) => id)]);
  // Whoever may only read the organization's prompts writes none.
  const others = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ person, role }) => role !== 'viewer' && !taken.has(person.id));
  const add = (id: string) => {
    const found = others.find(({ person }) => person.id === id);
    if (found) onChange([...chosen, { id, name: found.person.name }]);
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-12 font-medium text-ink-2">{t('coEditors')}</legend>
      {chosen.length === 0 ? (
        <p className="text-12 text-ink-3">{t('noCoEditors')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {chosen.map((person) => (
            <li key={person.id} className="flex items-center gap-2 px-2 py-1">
              <Avatar name={person.name} size="small" />
              <span className="min-w-0 flex-1 truncate">{person.name}</span>
              <IconButton
                size="small"
                label={t('removeCoEditor', { name: person.name })}
                icon={<X />}
                onClick={() => onChange(chosen.filter(({ id }) => id !== person.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Select
        label={t('addCoEditor')}
        hideLabel
        placeholder={t('addCoEditor')}
        value=""
        error={error ? error.message : undefined}
        disabled={others.length === 0}
        options={others.map(({ person }) => ({ value: person.id, label: person.name }))}
        onChange={(event) => add(event.target.value)}
      />
      {hasNextPage && (
        <Button
          size="small"
          kind="quiet"
          className="w-fit"
          busy={isFetching}
          onClick={() => void fetchNextPage()}
        >
          {t('moreMembers')}
        </Button>
      )}
    </fieldset>
  );
}
