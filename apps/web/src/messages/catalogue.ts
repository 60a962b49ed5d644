/**
 * All interface text. An area (the shell, a module) declares its English once; another language is a set of the
 * same areas put in front of it. A message is a text with `{parameters}`, or one text for each plural form of
 * `{count}`: `{ one: '{count} prompt', other: '{count} prompts' }`.
 */

export type PluralMessage = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
export type Message = string | PluralMessage;
export type Messages = Readonly<Record<string, Message>>;

type Names<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<M> = M extends string ? Names<M> : 'count' | Names<M[keyof M]>;
type ParamsOf<M> = { [Name in NamesOf<M>]: Name extends 'count' ? number : string | number };

/** The arguments after the key: none for a text without parameters. */
export type MessageArguments<M> = [NamesOf<M>] extends [never] ? [] : [params: ParamsOf<M>];

export type Translate<Area extends Messages> = <Key extends keyof Area & string>(
  key: Key,
  ...rest: MessageArguments<Area[Key]>
) => string;

type Language = { code: string; areas: ReadonlyMap<string, Messages> };

let chosen: Language = { code: 'en', areas: new Map() };

/** Puts another language in front of English; messages it lacks stay English. */
export function setLanguage(language: Language): void {
  chosen = language;
}

export const currentLanguage = () => chosen.code;

/** Declares an area's English text and returns its typed `t`. */
export function defineMessages<const Area extends Messages>(area: string, english: Area): Translate<Area> {
  return (key, ...[params]) => {
    const translated = chosen.areas.get(area)?.[key];
    const message = translated ?? english[key];
    if (message === undefined) throw new Error(`There is no message ${area}.${key}.`);
    return fill(message, params as Params | undefined, translated === undefined ? 'en' : chosen.code);
  };
}

type Params = Readonly<Record<string, string | number>>;

const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

function remembered<Value>(memory: Map<string, Value>, key: string, make: () => Value): Value {
  const known = memory.get(key) ?? make();
  memory.set(key, known);
  return known;
}

/** Fills one message; numbers are written the way of the language. */
export function fill(message: Message, params: Params = {}, language = 'en'): string {
  const text = typeof message === 'string' ? message : pluralForm(message, params.count, language);
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name];
    // Making a format takes longer than all other text of a page, and a small whole number in English needs none.
    if (typeof value === 'number' && language === 'en' && Math.abs(value) < 1000 && Number.isInteger(value))
      return String(value);
    if (typeof value === 'number')
      return remembered(numbers, language, () => new Intl.NumberFormat(language)).format(value);
    return value ?? hole;
  });
}

function pluralForm(message: PluralMessage, count: string | number | undefined, language: string): string {
  const form = remembered(rules, language, () => new Intl.PluralRules(language)).select(Number(count));
  return message[form] ?? message.other;
}
