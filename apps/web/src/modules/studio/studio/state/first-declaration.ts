import type { DocumentVariable, Variable } from '@promptvault/document';
import { elementId } from './element-id.ts';

/** A variable that was only found in a text, as it would be declared. */
export const firstDeclaration = (variable: DocumentVariable): Variable => ({
  id: elementId(),
  name: variable.name,
  type: variable.type,
  description: variable.description,
  required: variable.required,
  default: variable.default,
  options: variable.options,
});
