import { type OutlineEntry, outlineTemplate } from '@promptvault/template';
import { parseSections } from './parsed-document.ts';
import type { PromptDocument, Section } from './shape.ts';

export type SectionOutline = Pick<Section, 'kind' | 'role'> & { sectionId: string; entries: OutlineEntry[] };

/** The sections with their headings and tags, in their order. */
export function outlineDocument(document: PromptDocument): SectionOutline[] {
  return parseSections(document).map(({ section, template }) => ({
    sectionId: section.id,
    kind: section.kind,
    role: section.role,
    entries: outlineTemplate(template),
  }));
}
