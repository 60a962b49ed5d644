import type { ChosenModel } from '../../models/index.ts';

/** A schema goes to the provider where it is known to take one, and else in words to the model. */
export const schemaByOf = ({ takesSchema }: ChosenModel): 'provider' | 'words' =>
  takesSchema ? 'provider' : 'words';
