import type { AbilityName } from '@promptvault/contract/studio/models/shapes';
import * as z from 'zod';
import type { FactValues } from '../api/facts-changes.ts';
import { t } from '../messages.ts';

/** Empty means: what the catalogue says. */
const count = z
  .string()
  .trim()
  .refine((text) => text === '' || /^[1-9]\d{0,8}$/.test(text), { error: () => t('factsCount') });
const price = z
  .string()
  .trim()
  .refine((text) => text === '' || /^\d{1,6}([.,]\d{1,6})?$/.test(text), { error: () => t('factsPrice') });
const ability = z.enum(['', 'yes', 'no']);

export const factsSchema = z
  .object({
    contextWindow: count,
    maxOutputTokens: count,
    vision: ability,
    pdf: ability,
    tools: ability,
    schema: ability,
    reasoning: ability,
    inputPrice: price,
    outputPrice: price,
    cachedPrice: price,
    retiresOn: z.string(),
  })
  .superRefine(({ inputPrice, outputPrice, cachedPrice }, ctx) => {
    const missing = (name: 'inputPrice' | 'outputPrice') =>
      ctx.addIssue({ code: 'custom', path: [name], message: t('factsBoth') });
    if (inputPrice === '' && (outputPrice !== '' || cachedPrice !== '')) missing('inputPrice');
    if (outputPrice === '' && (inputPrice !== '' || cachedPrice !== '')) missing('outputPrice');
  });

export type FactsForm = z.input<typeof factsSchema>;

const toDollars = (micro: number | null) => (micro === null ? '' : String(micro / 1e6));
const toMicro = (text: string) => (text === '' ? null : Math.round(Number(text.replace(',', '.')) * 1e6));
const toCount = (text: string) => (text === '' ? null : Number(text));
const toChoice = (value: boolean | null): FactsForm[AbilityName] =>
  value === null ? '' : value ? 'yes' : 'no';
const toAbility = (choice: FactsForm[AbilityName]) => (choice === '' ? null : choice === 'yes');

const nothing: FactValues = {
  contextWindow: null,
  maxOutputTokens: null,
  vision: null,
  pdf: null,
  tools: null,
  schema: null,
  reasoning: null,
  inputMicroDollars: null,
  outputMicroDollars: null,
  cachedInputMicroDollars: null,
  retiresOn: null,
};

export function toFactsForm(said: FactValues | null): FactsForm {
  const facts = said ?? nothing;
  return {
    contextWindow: facts.contextWindow === null ? '' : String(facts.contextWindow),
    maxOutputTokens: facts.maxOutputTokens === null ? '' : String(facts.maxOutputTokens),
    vision: toChoice(facts.vision),
    pdf: toChoice(facts.pdf),
    tools: toChoice(facts.tools),
    schema: toChoice(facts.schema),
    reasoning: toChoice(facts.reasoning),
    inputPrice: toDollars(facts.inputMicroDollars),
    outputPrice: toDollars(facts.outputMicroDollars),
    cachedPrice: toDollars(facts.cachedInputMicroDollars),
    retiresOn: facts.retiresOn ?? '',
  };
}

export function fromFactsForm(form: FactsForm): FactValues {
  return {
    contextWindow: toCount(form.contextWindow),
    maxOutputTokens: toCount(form.maxOutputTokens),
    vision: toAbility(form.vision),
    pdf: toAbility(form.pdf),
    tools: toAbility(form.tools),
    schema: toAbility(form.schema),
    reasoning: toAbility(form.reasoning),
    inputMicroDollars: toMicro(form.inputPrice),
    outputMicroDollars: toMicro(form.outputPrice),
    cachedInputMicroDollars: toMicro(form.cachedPrice),
    retiresOn: form.retiresOn === '' ? null : form.retiresOn,
  };
}

/** A form left empty takes back what was said. */
export const saysNothing = (values: FactValues): boolean =>
  Object.values(values).every((value) => value === null);
