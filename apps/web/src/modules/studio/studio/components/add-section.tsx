import { MESSAGE_ROLES, type PromptDocument, SECTION_KINDS, type SectionKind } from '@promptvault/document';
import { Plus } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { Menu, type MenuItem } from '../../../../ui/menu.tsx';
import { t } from '../messages.ts';
import { addSection, addTool, changeResponseSchema } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';
import { elementId } from '../state/element-id.ts';
import { newTool } from '../state/new-tool.ts';
import { kindName, messageName } from '../state/section-names.ts';

type AddSectionProps = {
  document: PromptDocument;
  editing: DraftEditing;
  onAdded: (sectionId: string) => void;
};

/** Adds a section of a chosen kind where it is sent. */
export function AddSection({ document, editing, onAdded }: AddSectionProps) {
  const add = (kind: SectionKind, role: (typeof MESSAGE_ROLES)[number] | null) => {
    const id = elementId();
    editing.edit(addSection({ id, kind, role, text: '' }));
    onAdded(id);
  };
  const items: MenuItem[] = [
    ...SECTION_KINDS.filter((kind) => kind !== 'message').map(
      (kind): MenuItem => ({ label: kindName(kind), onSelect: () => add(kind, null) }),
    ),
    'separator',
    ...MESSAGE_ROLES.map(
      (role): MenuItem => ({
        label: messageName(role),
        onSelect: () => add('message', role),
      }),
    ),
    'separator',
    { label: t('toolLong'), onSelect: () => editing.edit(addTool(newTool(document.tools))) },
    {
      label: t('responseSchemaLabel'),
      disabled: document.responseSchema !== null,
      onSelect: () => editing.edit(changeResponseSchema({ type: 'object', properties: {} })),
    },
  ];
  return (
    <Menu
      label={t('addSectionLong')}
      items={items}
      trigger={(props) => (
        <Button {...props} kind="quiet" size="small" icon={<Plus />} className="-ml-2">
          {t('addSection')}
        </Button>
      )}
    />
  );
}
