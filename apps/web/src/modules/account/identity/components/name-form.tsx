import type { Me } from '@promptvault/contract/account/identity/shapes';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { changeMe, meQuery } from '../api/me.ts';
import { t } from '../messages.ts';
import { personName } from '../state/door-schemas.ts';

const schema = z.object({ name: personName });

export function NameForm({ me }: { me: Me }) {
  const queries = useQueryClient();
  const form = useValidatedForm({
    schema,
    defaults: { name: me.name },
    onSubmit: async ({ name }) => {
      queries.setQueryData(meQuery.queryKey, await changeMe(me, { name }));
      form.reset({ name });
      toast({ tone: 'ok', text: t('saved') });
      await queries.invalidateQueries({ queryKey: ['session'] });
    },
    refusalOf: refusalOf(),
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid max-w-96 gap-4">
      <TextField label={t('name')} hint={t('nameHint')} autoComplete="name" {...form.field('name')} />
      <TextField label={t('email')} value={me.email} readOnly disabled />
      {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      <div>
        <Button type="submit" busy={form.busy} disabled={!form.formState.isDirty}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
