import type { DocumentVariable } from '@promptvault/document';
import type { EditorHint } from '../../../../ui/editor/editor-types.ts';
import type { ResolvedReference } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { typeName } from './variable-types.ts';
import { writeEntry } from './variable-values.ts';

type Hint = Omit<EditorHint, 'from' | 'to'>;

/** A variable: its type, whether it is needed, and what stands for it now. */
export function hintOfVariable(variable: DocumentVariable, entry: string | undefined): Hint {
  const { name, type, declared, source, required, description, options } = variable;
  const fallback = writeEntry(variable.default, type);
  const value = entry || fallback;
  return {
    title: name,
    facts: [
      { text: typeName(type) },
      ...(required && fallback === '' ? [{ text: t('requiredShort') }] : []),
      ...(declared ? [] : [{ text: t(source === 'included' ? 'declaredThere' : 'undeclared') }]),
    ],
    note: [description, type === 'select' ? options.join(', ') : ''].filter(Boolean).join('\n') || undefined,
    text: value === '' ? undefined : value,
  };
}

/** A prompt that is taken in: which version it is now, by what, and its text. */
export function hintOfReference(reference: string, found: ResolvedReference | undefined): Hint {
  if (!found) return { title: reference, facts: [{ text: t('referenceUnknown'), tone: 'bad' }] };
  const { path, version, label, isFloating, source } = found;
  return {
    title: path,
    facts: [
      { text: t('showing', { number: version }) },
      ...(label === null ? [] : [{ text: label, tone: 'ok' as const }]),
      ...(isFloating ? [{ text: t('referenceFloats'), tone: 'warn' as const }] : []),
    ],
    note: isFloating ? t('referenceFloatsHint') : undefined,
    text: source,
  };
}
