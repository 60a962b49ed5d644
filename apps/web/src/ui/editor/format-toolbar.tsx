import { Bold, Code, Heading2, Italic, Link, List, ListOrdered, Quote } from 'lucide-react';
import type { ReactNode } from 'react';
import { uiText as t } from '../../messages/interface-text.ts';
import { IconButton } from '../icon-button.tsx';
import { type MarkdownAction, markdownActionKeys } from './markdown-keys.ts';

const buttons: readonly { action: MarkdownAction; label: () => string; icon: ReactNode }[] = [
  { action: 'bold', label: () => t('bold'), icon: <Bold /> },
  { action: 'italic', label: () => t('italic'), icon: <Italic /> },
  { action: 'code', label: () => t('code'), icon: <Code /> },
  { action: 'link', label: () => t('link'), icon: <Link /> },
  { action: 'heading', label: () => t('heading'), icon: <Heading2 /> },
  { action: 'bullet', label: () => t('bulletList'), icon: <List /> },
  { action: 'number', label: () => t('numberedList'), icon: <ListOrdered /> },
  { action: 'quote', label: () => t('quote'), icon: <Quote /> },
];

type FormatToolbarProps = { disabled: boolean; onAction: (action: MarkdownAction) => void };

/** The formatting keys as small buttons, for those who do not know them. */
export function FormatToolbar({ disabled, onAction }: FormatToolbarProps) {
  return (
    <div role="toolbar" aria-label={t('formatting')} className="flex items-center">
      {buttons.map(({ action, label, icon }) => (
        <IconButton
          key={action}
          size="small"
          label={label()}
          keys={markdownActionKeys[action]}
          icon={icon}
          disabled={disabled}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onAction(action)}
          className="[&_svg]:size-3.5"
        />
      ))}
    </div>
  );
}
