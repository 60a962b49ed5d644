/** Two documents as pairs of texts for the comparison: sections, then what else they hold. */
import {
  canonicalJson,
  compareDocuments,
  type Json,
  type Message,
  type PromptDocument,
} from '@promptvault/document';
import type { ComparePart } from '../../../../ui/compare/compare-view.tsx';
import { t } from '../messages.ts';
import { roleName, sectionName } from './section-names.ts';

export function compareParts(before: PromptDocument, after: PromptDocument): ComparePart[] {
  const sections = compareDocuments(before, after).sections.map((change): ComparePart => {
    const section = change.after ?? change.before;
    const owner = change.after ? after : before;
    return {
      id: change.id,
      label: section ? sectionName(section, owner.sections) : change.id,
      before: change.before?.text ?? '',
      after: change.after?.text ?? '',
    };
  });
  const order = part('order', t('kindsInOrder'), kindsOf(before), kindsOf(after));
  return [
    ...sections,
    ...(order.before === order.after ? [] : [order]),
    part('variables', t('variablesPart'), writeList(before.variables), writeList(after.variables)),
    part('examples', t('examplesPart'), writeExamples(before), writeExamples(after)),
    part('tools', t('toolsPart'), writeList(before.tools), writeList(after.tools)),
    part('settings', t('settingsPart'), writeFields(before.settings), writeFields(after.settings)),
    part('other', t('otherPart'), writeOther(before), writeOther(after)),
  ];
}

/** What two versions send, message by message, in their order. */
export function compareMessages(before: readonly Message[], after: readonly Message[]): ComparePart[] {
  const longest = Math.max(before.length, after.length);
  return Array.from({ length: longest }, (_, index): ComparePart => {
    const [was, is] = [before[index], after[index]];
    const role = (is ?? was)?.role ?? 'user';
    return part(
      `message-${index}`,
      `${index + 1} · ${roleName(role)}`,
      was?.content ?? '',
      is?.content ?? '',
    );
  });
}

/** Whether saving would make a new version. */
export const isSameDocument = (one: PromptDocument, other: PromptDocument): boolean =>
  canonicalJson(one as unknown as Json) === canonicalJson(other as unknown as Json);

const part = (id: string, label: string, before: string, after: string): ComparePart => ({
  id,
  label,
  before,
  after,
});

const kindsOf = ({ sections }: PromptDocument) =>
  sections.map((section) => sectionName(section, sections)).join('\n');

const writeList = (elements: readonly object[]) =>
  elements.map((element) => writeFields({ ...element, id: undefined })).join('\n\n');

const fieldOrder = ['name', 'type', 'required', 'default', 'options', 'description'];
const placeOf = (field: string) => fieldOrder.indexOf(field) + 1 || fieldOrder.length + 1;

const isNothing = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** In an order of its own: a document that was stored may list its fields in any. */
const writeFields = (fields: object) =>
  Object.entries(fields)
    .filter(([, value]) => !isNothing(value))
    .sort(([one], [other]) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : canonicalJson(value as Json)}`)
    .join('\n');

const writeExamples = ({ examples }: PromptDocument) =>
  examples
    .map(({ input, output }) => `${t('exampleInput')}:\n${input}\n${t('exampleOutput')}:\n${output}`)
    .join('\n\n');

const writeOther = ({
  examplesAs,
  responseSchema,
  delimiters,
  extends: parent,
  techniques,
}: PromptDocument) => writeFields({ examplesAs, responseSchema, delimiters, extends: parent, ...techniques });
