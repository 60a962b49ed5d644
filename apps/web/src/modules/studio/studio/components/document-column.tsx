import type { PromptDocument, Section } from '@promptvault/document';
import { Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useMemo } from 'react';
import type {
  EditorLanguage,
  EditorMark,
  EditorProblem,
  EditorSection,
  PromptEditorHandle,
} from '../../../../ui/editor/editor-types.ts';
import { PromptEditor } from '../../../../ui/editor/prompt-editor.tsx';
import { formatTokens } from '../../../../ui/format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { isShortcut } from '../../../../ui/shortcut.ts';
import { t } from '../messages.ts';
import { highlighter } from '../state/highlight-text.ts';
import { kindName, sectionHint, sectionName } from '../state/section-names.ts';
import { useDraftDocument } from '../state/use-draft.ts';
import type { FixesFor } from '../state/use-problem-fixes.ts';
import type { Studio } from '../state/use-studio.ts';
import type { Talk } from '../state/use-talk.ts';
import { isValueProblem } from '../state/variable-values.ts';
import { AddSection } from './add-section.tsx';
import { ContextFiles } from './context-files.tsx';
import { ExamplesEditor } from './examples-editor.tsx';
import { LanguagePanel } from './language-panel.tsx';
import { ResponseSchema } from './response-schema.tsx';
import { SectionActions } from './section-actions.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { TechniquesPanel } from './techniques-panel.tsx';
import { ToolsEditor } from './tools-editor.tsx';

type DocumentColumnProps = {
  studio: Studio;
  editor: Ref<PromptEditorHandle>;
  language: EditorLanguage;
  fixesFor: FixesFor;
  talk: Talk;
  onAdded: (id: string) => void;
  onOpenPrompt: (promptId: string, block: string | undefined) => void;
};

/** The prompt as one page: sections, then examples or files that stand without one, then the settings. */
export function DocumentColumn(props: DocumentColumnProps) {
  const { studio, editor, language, fixesFor, talk, onAdded, onOpenPrompt } = props;
  const { editing } = studio;
  const document = useDraftDocument(studio.draft) ?? studio.document;
  const underlines = useMemo(() => underlinesOf(studio.problems, fixesFor), [studio.problems, fixesFor]);
  const highlight = useMemo(() => highlighter(document.delimiters), [document.delimiters]);
  /** Undo belongs to the whole document, so the editors must not see these keys. */
  const onKeys = (event: KeyboardEvent) => {
    const undo = isShortcut(event.nativeEvent, 'mod+z');
    const redo = isShortcut(event.nativeEvent, 'mod+shift+z') || isShortcut(event.nativeEvent, 'mod+y');
    if (!editing || !(undo || redo)) return;
    event.preventDefault();
    event.stopPropagation();
    if (undo) editing.undo();
    else editing.redo();
  };
  return (
    <div onKeyDownCapture={onKeys} className="min-h-full">
      <PromptEditor
        // A text that is no longer shared is another editor.
        key={editing ? 'shared' : 'read'}
        ref={editor}
        label={t('document')}
        highlight={highlight}
        language={language}
        onChange={noKeys}
        shared={editing && studio.draft?.shared}
        onMark={talk.onMark}
        onComment={talk.onComment}
        sections={[
          ...toSections(studio, document, underlines, talk.marks),
          ...looseParts(studio, document),
          ...furtherParts(studio, document, onOpenPrompt),
        ]}
        foot={
          editing && (
            <div className="flex items-center gap-1">
              <AddSection document={document} editing={editing} onAdded={onAdded} />
              <span className="ml-auto flex">
                <IconButton
                  size="small"
                  label={t('undo')}
                  keys="mod+z"
                  icon={<Undo2 />}
                  disabled={!editing.canUndo()}
                  onClick={editing.undo}
                />
                <IconButton
                  size="small"
                  label={t('redo')}
                  keys="mod+shift+z"
                  icon={<Redo2 />}
                  disabled={!editing.canRedo()}
                  onClick={editing.redo}
                />
              </span>
            </div>
          )
        }
      />
    </div>
  );
}

/** The shared texts hear each key. */
const noKeys = () => {};

function tokensNote({ budget }: Studio, key: string): string {
  const count = budget.tokens.get(key) ?? 0;
  return t('tokensNoted', { count, tokens: formatTokens(count, budget.isEstimated) });
}

function toSections(
  studio: Studio,
  document: PromptDocument,
  underlines: Underlines,
  marks: Talk['marks'],
): EditorSection[] {
  const { editing } = studio;
  const { sections } = document;
  return sections.map((section) => ({
    id: section.id,
    label: sectionName(section, sections),
    note: tokensNote(studio, section.id),
    text: section.text,
    placeholder: sectionHint(section.kind),
    readOnly: !editing,
    problems: underlines.get(section.id) ?? none,
    marks: marks.get(section.id) ?? unmarked,
    actions: editing && <SectionActions section={section} sections={sections} editing={editing} />,
    after: extraOf(studio, document, section),
  }));
}

type Underlines = ReadonlyMap<string, EditorProblem[]>;
const none: EditorProblem[] = [];
const unmarked: EditorMark[] = [];

/** The same list for the same problems: a new one would be drawn anew in every section at every key. */
function underlinesOf(problems: Studio['problems'], fixesFor: FixesFor): Underlines {
  const found = new Map<string, EditorProblem[]>();
  for (const problem of problems) {
    const { sectionId, severity, message, from, to } = problem;
    if (sectionId === undefined || !isUnderlined(problem)) continue;
    const fixes = fixesFor(problem);
    const underline = { severity, message, fixes, from: from.offset, to: to.offset };
    found.set(sectionId, [...(found.get(sectionId) ?? []), underline]);
  }
  return found;
}

/** A value that is missing is said under its field; a name that nobody declared is no mistake. */
const isUnderlined = (problem: Parameters<typeof isValueProblem>[0]) =>
  !isValueProblem(problem) && problem.code !== 'variable.undeclared' && problem.code !== 'section.empty';

/** Files and examples follow the last section of their kind, as they are sent. */
function extraOf({ editing, rendering }: Studio, document: PromptDocument, section: Section) {
  const isLast = document.sections.findLast(({ kind }) => kind === section.kind)?.id === section.id;
  if (!isLast) return undefined;
  if (section.kind === 'examples') return <ExamplesEditor document={document} editing={editing} />;
  if (section.kind === 'context' && rendering.pack.items.length > 0)
    return <ContextFiles pack={rendering.pack} />;
  return undefined;
}

/** Files and examples are sent without a section of their kind too. */
function looseParts(studio: Studio, document: PromptDocument): EditorSection[] {
  const { editing, rendering } = studio;
  const has = (kind: Section['kind']) => document.sections.some((section) => section.kind === kind);
  const parts: EditorSection[] = [];
  if (!has('context') && rendering.pack.items.length > 0)
    parts.push({
      id: 'files',
      label: kindName('context'),
      note: tokensNote(studio, 'files'),
      text: '',
      content: <ContextFiles pack={rendering.pack} />,
    });
  if (!has('examples') && document.examples.length > 0)
    parts.push({
      id: 'examples',
      label: kindName('examples'),
      note: tokensNote(studio, 'examples'),
      text: '',
      content: <ExamplesEditor document={document} editing={editing} />,
    });
  return parts;
}

/** What goes along with the text: tools and the form of the answer where there are any, then the settings. */
function furtherParts(
  studio: Studio,
  document: PromptDocument,
  onOpenPrompt: DocumentColumnProps['onOpenPrompt'],
): EditorSection[] {
  const { editing } = studio;
  const part = (id: string, label: string, content: ReactNode): EditorSection => ({
    id,
    label,
    text: '',
    content,
  });
  const parts: EditorSection[] = [];
  if (document.tools.length > 0)
    parts.push(part('tools', t('tools'), <ToolsEditor document={document} editing={editing} />));
  if (document.responseSchema !== null)
    parts.push(part('answer', t('responseSchema'), <ResponseSchema document={document} editing={editing} />));
  if (editing || document.techniques)
    parts.push(
      part(
        'techniques',
        t('techniques'),
        <TechniquesPanel document={document} editing={editing} promptId={studio.prompt.id} />,
      ),
    );
  parts.push(
    part(
      'settings',
      t('settings'),
      <SettingsPanel settings={document.settings} editing={editing} models={studio.models.known} />,
    ),
  );
  if (document.delimiters !== null || document.extends !== null || editing)
    parts.push(
      part(
        'language',
        t('language'),
        <LanguagePanel studio={studio} document={document} onOpenPrompt={onOpenPrompt} />,
      ),
    );
  return parts;
}
