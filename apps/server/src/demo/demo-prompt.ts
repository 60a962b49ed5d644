import type { PromptDocument, Section, Variable } from '@promptvault/document';
import { emptyDocument } from '@promptvault/document';

/** One prompt as it is told here: what it says, who made it, and what became of it. */
export interface DemoPrompt {
  title: string;
  path: string;
  description?: string;
  tags: string[];
  sections: Partial<Record<'system' | 'instructions' | 'context' | 'output_format', string>>;
  variables?: DemoVariable[];
  examples?: { input: string; output: string }[];
  settings?: PromptDocument['settings'];
  /** Later instructions, each saved with its message. */
  revisions?: { instructions: string; message: string }[];
  unpublished?: true;
  /** Edited after the last save. */
  unsaved?: string;
  /** Values for a run on the echo model. */
  tryWith?: Record<string, unknown>;
}

export interface DemoVariable {
  name: string;
  type?: Variable['type'];
  description?: string;
  default?: Variable['default'];
  options?: string[];
}

const kinds = ['system', 'instructions', 'context', 'output_format'] as const;

/** The document of a prompt, with ids that tell what they are of. */
export function documentOf(prompt: DemoPrompt): PromptDocument {
  const given = kinds.filter((kind) => prompt.sections[kind] !== undefined);
  const sections = given.map(
    (kind): Section => ({ id: `section-${kind}`, kind, role: null, text: prompt.sections[kind] ?? '' }),
  );
  const examples = (prompt.examples ?? []).map((example, index) => ({
    id: `example-${index + 1}`,
    ...example,
  }));
  if (examples.length > 0) {
    const place = sections.findIndex(({ kind }) => kind === 'output_format');
    const heading: Section = { id: 'section-examples', kind: 'examples', role: null, text: '' };
    sections.splice(place < 0 ? sections.length : place, 0, heading);
  }
  return {
    ...emptyDocument(),
    sections,
    examples,
    settings: prompt.settings ?? {},
    variables: (prompt.variables ?? []).map((variable) => ({
      id: `variable-${variable.name}`,
      name: variable.name,
      type: variable.type ?? 'text',
      description: variable.description ?? '',
      required: variable.default === undefined,
      default: variable.default ?? null,
      options: variable.options ?? [],
    })),
  };
}
