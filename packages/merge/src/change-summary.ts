import { canonicalJson, movedIds, type PromptDocument } from '@promptvault/document';

/** How many elements of a kind were added, removed, changed, or only moved. */
export interface ElementCounts {
  added: number;
  removed: number;
  changed: number;
  moved: number;
}

/** What a version did to the one before it, in numbers. */
export interface ChangeSummary {
  sections: ElementCounts;
  variables: ElementCounts;
  examples: ElementCounts;
  tools: ElementCounts;
  /** Model settings that differ. */
  settings: number;
  /** Of `examplesAs`, `responseSchema`, `delimiters`, `extends`, `techniques`, those that differ. */
  document: number;
}

/** Counts what differs, without comparing texts word by word. */
export function summarizeChanges(before: PromptDocument, after: PromptDocument): ChangeSummary {
  return {
    sections: countElements(before.sections, after.sections),
    variables: countElements(before.variables, after.variables),
    examples: countElements(before.examples, after.examples),
    tools: countElements(before.tools, after.tools),
    settings: countFields(before.settings, after.settings, [
      ...new Set([...Object.keys(before.settings), ...Object.keys(after.settings)]),
    ] as (keyof PromptDocument['settings'])[]),
    document: countFields(before, after, [
      'examplesAs',
      'responseSchema',
      'delimiters',
      'extends',
      'techniques',
    ]),
  };
}

function countElements(before: readonly { id: string }[], after: readonly { id: string }[]): ElementCounts {
  const old = new Map(before.map((element) => [element.id, element]));
  const now = new Set(after.map(({ id }) => id));
  const counts = { added: 0, removed: before.filter(({ id }) => !now.has(id)).length, changed: 0, moved: 0 };
  const moved = movedIds(
    before.map(({ id }) => id).filter((id) => now.has(id)),
    after.map(({ id }) => id).filter((id) => old.has(id)),
  );
  for (const element of after) {
    const earlier = old.get(element.id);
    if (!earlier) counts.added += 1;
    else if (canonicalJson(earlier) !== canonicalJson(element)) counts.changed += 1;
    else if (moved.has(element.id)) counts.moved += 1;
  }
  return counts;
}

const countFields = <T extends object>(before: T, after: T, fields: readonly (keyof T)[]): number =>
  fields.filter((field) => canonicalJson([before[field]]) !== canonicalJson([after[field]])).length;
