import type { Schema } from './use-validated-form.ts';

/** A schema that is fetched when a field is first judged, so that the page shows its form without it. */
export function lazySchema<Input, Output>(load: () => Promise<Schema<Input, Output>>): Schema<Input, Output> {
  return {
    '~standard': {
      async validate(value) {
        const schema = await load();
        return schema['~standard'].validate(value);
      },
    },
  };
}
