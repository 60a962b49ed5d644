import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import {
  type Limit,
  limitableConnectionsQuery,
  limitablePeopleQuery,
  useLimitChanges,
} from '../api/usage.ts';
import { u } from '../messages.ts';
import {
  countsUploads,
  fromLimitForm,
  type LimitForm,
  limitSchema,
  numberNames,
  toLimitForm,
  toWhose,
} from '../state/limit-form.ts';
import { limitName } from '../state/limit-name.ts';

/** A new limit, or other numbers for one there is: what it is of stays. */
export function LimitDialog({ limit, onClose }: { limit: Limit | undefined; onClose: () => void }) {
  const id = useId();
  const { save } = useLimitChanges();
  const people = useQuery({ ...limitablePeopleQuery, enabled: limit === undefined });
  const connections = useQuery({ ...limitableConnectionsQuery, enabled: limit === undefined });
  const form = useValidatedForm<LimitForm>({
    schema: limitSchema,
    defaults: toLimitForm(limit),
    onSubmit: async (values) => {
      await save.mutateAsync({
        ...(limit && { limit }),
        whose: toWhose(values),
        numbers: fromLimitForm(values),
      });
      onClose();
      toast({ tone: 'ok', text: u('saved') });
    },
    refusalOf: refusalOf(),
  });
  const of = form.watch('of');
  const fields = numberNames.filter((name) => countsUploads(of) || !name.startsWith('uploads'));
  return (
    <Dialog
      open
      onClose={onClose}
      steadfast={form.formState.isDirty}
      title={limit ? u('editLimit', { name: limitName(limit) }) : u('addLimit')}
      description={u('numbersHint')}
      actions={
        <>
          <Button onClick={onClose}>{u('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={form.busy}>
            {u('save')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="grid gap-4">
        {!limit && (
          <div className="grid gap-4 md:grid-cols-2">
            <Select
              label={u('limitOf')}
              options={[
                { value: 'person', label: u('each') },
                { value: 'organization', label: u('organization') },
                { value: 'model', label: u('model') },
                {
                  label: u('connections'),
                  options: (connections.data ?? []).map(({ id, name }) => ({
                    value: `connection:${id}`,
                    label: name,
                  })),
                },
                {
                  label: u('people'),
                  options: (people.data ?? []).map(({ id, person }) => ({
                    value: `person:${id}`,
                    label: person.name,
                  })),
                },
              ]}
              {...form.field('of')}
            />
            {of === 'model' && (
              <TextField label={u('modelName')} mono autoComplete="off" {...form.field('model')} />
            )}
          </div>
        )}
        <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
          {fields.map((name) => (
            <TextField
              key={name}
              label={u(name)}
              inputMode="numeric"
              placeholder={u('empty')}
              {...form.field(name)}
            />
          ))}
        </div>
        {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      </form>
    </Dialog>
  );
}
