/**
 * Forms: a field is judged when it is left and again on submit, the message stands under it, the first wrong
 * field gets the focus, and what was typed survives a reload. Any schema of the Standard Schema kind serves.
 */
import { type BaseSyntheticEvent, useEffect, useRef } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type Resolver,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import { dropDraft, keepDraft, readDraft } from './form-draft.ts';

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] };
type Outcome<Output> = { value: Output; issues?: undefined } | { issues: readonly Issue[] };

export type Schema<Input, Output> = {
  '~standard': {
    validate: (value: unknown) => Outcome<Output> | Promise<Outcome<Output>>;
    types?: { input: Input; output: Output };
  };
};

/** A refusal by the server that may point at fields. */
export type Refusal = {
  message: string;
  errors?: readonly { path: readonly (string | number)[]; message: string }[];
};

type FormOptions<Input extends FieldValues, Output> = {
  schema: Schema<Input, Output>;
  defaults: DefaultValues<Input>;
  onSubmit: (values: Output) => Promise<void> | void;
  /** Turns what onSubmit throws into a refusal to show; what it does not know is thrown on. */
  refusalOf?: (error: unknown) => Refusal | undefined;
  /** Keeps what is typed under this name until it is sent. */
  draft?: string;
  /** Fields that are never kept: passwords, keys. */
  secret?: readonly string[];
};

export type ValidatedForm<Input extends FieldValues> = UseFormReturn<Input> & {
  /** For the form element. */
  submit: (event?: BaseSyntheticEvent) => void;
  busy: boolean;
  /** Props of a text control: value, blur, and the error under it. */
  field: (name: Path<Input>) => ReturnType<UseFormReturn<Input>['register']> & { error: string | undefined };
  /** What was refused as a whole; shown above the buttons. */
  refusal: string | undefined;
};

export function useValidatedForm<Input extends FieldValues, Output = Input>(
  options: FormOptions<Input, Output>,
): ValidatedForm<Input> {
  const { schema, defaults, onSubmit, refusalOf, draft, secret = [] } = options;
  const kept = useRef(draft === undefined ? undefined : readDraft<Input>(draft));
  const form = useForm<Input, unknown, FieldValues>({
    mode: 'onBlur',
    reValidateMode: 'onChange',
    defaultValues: { ...(defaults as object), ...kept.current } as DefaultValues<Input>,
    resolver: resolverFor(schema) as unknown as Resolver<Input, unknown, FieldValues>,
  });
  useEffect(() => {
    if (draft === undefined) return;
    const subscription = form.watch((values) => keepDraft(draft, values, secret));
    return () => subscription.unsubscribe();
  }, [draft, form, secret]);

  const submit = form.handleSubmit(async (values) => {
    try {
      await onSubmit(values as Output);
      if (draft !== undefined) dropDraft(draft);
    } catch (error) {
      const refusal = refusalOf?.(error);
      if (!refusal) throw error;
      showRefusal(form as unknown as UseFormReturn<Input>, refusal);
    }
  });
  const { errors, isSubmitting } = form.formState;
  return {
    ...(form as unknown as UseFormReturn<Input>),
    submit: (event) => void submit(event),
    busy: isSubmitting,
    refusal: errors.root?.message,
    field: (name) => ({
      ...form.register(name),
      error: form.getFieldState(name, form.formState).error?.message,
    }),
  };
}

function showRefusal<Input extends FieldValues>(
  form: UseFormReturn<Input>,
  { message, errors = [] }: Refusal,
): void {
  const known = form.getValues();
  let focused = false;
  for (const issue of errors) {
    if (issue.path.length === 0 || !(String(issue.path[0]) in known)) continue;
    form.setError(issue.path.join('.') as Path<Input>, { message: issue.message }, { shouldFocus: !focused });
    focused = true;
  }
  if (!focused) form.setError('root', { message });
}

const stepOf = (step: PropertyKey | { key: PropertyKey }) =>
  String(typeof step === 'object' ? step.key : step);

function resolverFor<Input, Output>(schema: Schema<Input, Output>) {
  return async (values: unknown) => {
    const outcome = await schema['~standard'].validate(values);
    if (!outcome.issues) return { values: outcome.value, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const { path = [], message } of outcome.issues)
      setIn(errors, path.map(stepOf), { type: 'schema', message });
    return { values: {}, errors };
  };
}

/** The first finding of a field stays; a finding of the whole form stands under `root`. */
function setIn(target: Record<string, unknown>, path: string[], value: unknown): void {
  const [first = 'root', ...rest] = path;
  if (rest.length === 0) {
    target[first] ??= value;
    return;
  }
  target[first] ??= {};
  setIn(target[first] as Record<string, unknown>, rest, value);
}
