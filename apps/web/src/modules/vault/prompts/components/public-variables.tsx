import { type DocumentVariable, documentVariables, type PromptDocument } from '@promptvault/document';
import { Card } from '../../../../ui/card.tsx';
import { publicText as t } from '../state/public-text.ts';

const types: Record<DocumentVariable['type'], () => string> = {
  text: () => t('typeText'),
  number: () => t('typeNumber'),
  boolean: () => t('typeBoolean'),
  select: () => t('typeSelect'),
  list: () => t('typeList'),
  file: () => t('typeFile'),
  json: () => t('typeJson'),
};

/** What one has to fill in: declared variables, and those the texts only use. */
export function PublicVariables({ document }: { document: PromptDocument }) {
  const variables = documentVariables(document);
  if (variables.length === 0) return null;
  return (
    <Card title={t('variables')}>
      <ul className="divide-y divide-line">
        {variables.map((variable) => (
          <VariableRow key={variable.name} variable={variable} />
        ))}
      </ul>
    </Card>
  );
}

function VariableRow({ variable }: { variable: DocumentVariable }) {
  const { name, type, required, description, options, default: standard } = variable;
  const value = typeof standard === 'string' ? standard : JSON.stringify(standard);
  return (
    <li className="grid gap-0.5 px-4 py-2.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <code className="font-mono text-var wrap-anywhere">{name}</code>
        <span className="text-12 text-ink-3">
          {types[type]()}
          {required && ` · ${t('required')}`}
        </span>
      </p>
      {description && <p className="text-ink-2 wrap-anywhere">{description}</p>}
      {options.length > 0 && (
        <p className="text-12 text-ink-3 wrap-anywhere">{t('oneOf', { options: options.join(', ') })}</p>
      )}
      {standard !== null && <p className="text-12 text-ink-3 wrap-anywhere">{t('standard', { value })}</p>}
    </li>
  );
}
