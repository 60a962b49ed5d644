import { MESSAGE_ROLES, type MessageRole, SECTION_KINDS, type Section } from '@promptvault/document';
import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../../ui/menu.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { changeSection, moveSection, removeSection } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';
import { kindName, messageName, sectionName } from '../state/section-names.ts';

type SectionActionsProps = { section: Section; sections: readonly Section[]; editing: DraftEditing };

/** Moving, removing and changing one section, behind a small button in the margin. */
export function SectionActions({ section, sections, editing }: SectionActionsProps) {
  const name = sectionName(section, sections);
  const place = sections.findIndex(({ id }) => id === section.id);
  const remove = () => {
    editing.edit(removeSection(section.id));
    toast({ text: t('sectionRemoved', { section: name }), onUndo: editing.undo });
  };
  const kinds = SECTION_KINDS.filter((kind) => kind !== 'message').map(
    (kind): MenuItem => ({
      label: kindName(kind),
      checked: section.kind === kind,
      onSelect: () => editing.edit(changeSection(section.id, { kind, role: null })),
    }),
  );
  const messages = MESSAGE_ROLES.map(
    (role: MessageRole): MenuItem => ({
      label: messageName(role),
      checked: section.kind === 'message' && (section.role ?? 'user') === role,
      onSelect: () => editing.edit(changeSection(section.id, { kind: 'message', role })),
    }),
  );
  const items: MenuItem[] = [
    {
      label: t('moveUp'),
      icon: <ArrowUp />,
      disabled: place <= 0,
      onSelect: () => editing.edit(moveSection(section.id, -1)),
    },
    {
      label: t('moveDown'),
      icon: <ArrowDown />,
      disabled: place >= sections.length - 1,
      onSelect: () => editing.edit(moveSection(section.id, 1)),
    },
    'separator',
    { heading: t('changeKind') },
    ...kinds,
    ...messages,
    'separator',
    { label: t('removeSection'), icon: <Trash2 />, danger: true, onSelect: remove },
  ];
  return (
    <Menu
      label={t('sectionActions', { section: name })}
      items={items}
      trigger={(props) => (
        <IconButton
          {...props}
          size="small"
          label={t('sectionActions', { section: name })}
          icon={<Ellipsis />}
        />
      )}
    />
  );
}
