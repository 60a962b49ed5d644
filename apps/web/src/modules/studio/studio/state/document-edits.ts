/** Changes of a document as pure steps: each takes a document and answers the next one. */
import type {
  Example,
  MessageRole,
  PromptDocument,
  Section,
  SectionKind,
  Settings,
  Tool,
  Variable,
} from '@promptvault/document';
import type { Techniques } from '@promptvault/document/techniques';

export type DocumentEdit = (document: PromptDocument) => PromptDocument;

const order: Record<SectionKind, number> = {
  system: 0,
  instructions: 1,
  context: 2,
  examples: 3,
  output_format: 4,
  message: 5,
};

/** A new section stands after the last one that is sent before it or together with it. */
export const addSection =
  (section: Section): DocumentEdit =>
  (document) => {
    const after = document.sections.findLastIndex(({ kind }) => order[kind] <= order[section.kind]);
    return { ...document, sections: document.sections.toSpliced(after + 1, 0, section) };
  };

export const changeSection =
  (id: string, change: { kind?: SectionKind; role?: MessageRole | null }): DocumentEdit =>
  (document) => ({
    ...document,
    sections: document.sections.map((section) => (section.id === id ? { ...section, ...change } : section)),
  });

/** A passage of a section's text, replaced where it still stands there; otherwise nothing happens. */
export type Passage = { sectionId: string; from: number; was: string; insert: string };

export const replacePassage =
  ({ sectionId, from, was, insert }: Passage): DocumentEdit =>
  (document) => ({
    ...document,
    sections: document.sections.map((section) =>
      section.id === sectionId && section.text.startsWith(was, from)
        ? { ...section, text: section.text.slice(0, from) + insert + section.text.slice(from + was.length) }
        : section,
    ),
  });

export const removeSection =
  (id: string): DocumentEdit =>
  (document) => ({ ...document, sections: document.sections.filter((section) => section.id !== id) });

/** A section as it was in another version: in its place where it still stands, otherwise where it is sent. */
export const bringBackSection =
  (section: Section): DocumentEdit =>
  (document) =>
    document.sections.some(({ id }) => id === section.id)
      ? {
          ...document,
          sections: document.sections.map((known) => (known.id === section.id ? section : known)),
        }
      : addSection(section)(document);

export const moveSection =
  (id: string, by: -1 | 1): DocumentEdit =>
  (document) => ({ ...document, sections: moved(document.sections, id, by) });

export const addExample =
  (example: Example): DocumentEdit =>
  (document) => ({ ...document, examples: [...document.examples, example] });

export const changeExample =
  (id: string, change: Partial<Omit<Example, 'id'>>): DocumentEdit =>
  (document) => ({
    ...document,
    examples: document.examples.map((example) => (example.id === id ? { ...example, ...change } : example)),
  });

export const removeExample =
  (id: string): DocumentEdit =>
  (document) => ({ ...document, examples: document.examples.filter((example) => example.id !== id) });

export const moveExample =
  (id: string, by: -1 | 1): DocumentEdit =>
  (document) => ({ ...document, examples: moved(document.examples, id, by) });

export const sendExamplesAs =
  (examplesAs: PromptDocument['examplesAs']): DocumentEdit =>
  (document) => ({ ...document, examplesAs });

export const addTool =
  (tool: Tool): DocumentEdit =>
  (document) => ({ ...document, tools: [...document.tools, tool] });

export const changeTool =
  (id: string, change: Partial<Omit<Tool, 'id'>>): DocumentEdit =>
  (document) => ({
    ...document,
    tools: document.tools.map((tool) => (tool.id === id ? { ...tool, ...change } : tool)),
  });

/** Undefined for a tool that is only declared. */
export const changeImplementation =
  (id: string, implementation: Tool['implementation']): DocumentEdit =>
  (document) => ({
    ...document,
    tools: document.tools.map((tool) => {
      if (tool.id !== id) return tool;
      const { implementation: _before, ...rest } = tool;
      return implementation ? { ...rest, implementation } : rest;
    }),
  });

export const removeTool =
  (id: string): DocumentEdit =>
  (document) => ({ ...document, tools: document.tools.filter((tool) => tool.id !== id) });

export const changeResponseSchema =
  (responseSchema: PromptDocument['responseSchema']): DocumentEdit =>
  (document) => ({ ...document, responseSchema });

export const changeDelimiters =
  (delimiters: PromptDocument['delimiters']): DocumentEdit =>
  (document) => ({ ...document, delimiters });

/** The prompt this one extends; null extends none. */
export const changeParent =
  (parent: string | null): DocumentEdit =>
  (document) => ({ ...document, extends: parent });

/** Declares a variable, or changes its declaration. */
export const declareVariable =
  (variable: Variable): DocumentEdit =>
  (document) => ({
    ...document,
    variables: document.variables.some(({ id }) => id === variable.id)
      ? document.variables.map((known) => (known.id === variable.id ? variable : known))
      : [...document.variables, variable],
  });

export const removeVariable =
  (id: string): DocumentEdit =>
  (document) => ({ ...document, variables: document.variables.filter((variable) => variable.id !== id) });

/** A setting that is undefined is the model's own again. */
export const changeSettings =
  (change: Partial<Settings>): DocumentEdit =>
  (document) => ({
    ...document,
    settings: Object.fromEntries(
      Object.entries({ ...document.settings, ...change }).filter(([, value]) => value !== undefined),
    ),
  });

/** A technique that is undefined is used no more. */
export const changeTechniques =
  (change: { [Name in keyof Techniques]?: Techniques[Name] | undefined }): DocumentEdit =>
  ({ techniques: before, ...document }) => {
    const used = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
    return used.length === 0 ? document : { ...document, techniques: Object.fromEntries(used) };
  };

function moved<Item extends { id: string }>(items: readonly Item[], id: string, by: -1 | 1): Item[] {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  const to = from + by;
  if (!item || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
