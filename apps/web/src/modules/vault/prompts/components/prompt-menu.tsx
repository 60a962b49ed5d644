import type { PromptFileFormat, PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import { useRouter } from '@tanstack/react-router';
import {
  Archive,
  ArchiveRestore,
  CopyPlus,
  Download,
  EllipsisVertical,
  FileText,
  Globe,
  GlobeLock,
  Star,
  Trash2,
} from 'lucide-react';
import { useMay, useSession } from '../../../../shell/session.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../../ui/menu.tsx';
import { downloadPrompt } from '../api/download-prompt.ts';
import type { PromptActions } from '../api/use-prompt-actions.ts';
import { t } from '../messages.ts';
import { promptAddress } from '../state/prompt-address.ts';

/** All that can be done with one prompt of the list. */
export function PromptMenu({ prompt, actions }: { prompt: PromptSummary; actions: PromptActions }) {
  const router = useRouter();
  const maySteer = useMaySteer();
  const may = useMay();
  const { title, status, isFavorite } = prompt;
  const isArchived = status === 'archived';
  const steer: MenuItem[] = [
    ...(!isArchived && may('prompt.publish') ? [statusItem(prompt, actions)] : []),
    isArchived
      ? {
          label: t('unarchive'),
          icon: <ArchiveRestore />,
          onSelect: () => void actions.unarchive([prompt]),
        }
      : { label: t('archive'), icon: <Archive />, onSelect: () => void actions.archive([prompt]) },
    'separator',
    { label: t('delete'), icon: <Trash2 />, danger: true, onSelect: () => void actions.remove([prompt]) },
  ];
  const items: MenuItem[] = [
    {
      label: t('open'),
      icon: <FileText />,
      keys: 'enter',
      onSelect: () => void router.navigate({ href: promptAddress(prompt.id) }),
    },
    {
      label: isFavorite ? t('unstar') : t('star'),
      icon: <Star />,
      onSelect: () => void actions.favorite(prompt),
    },
    ...(may('prompt.create')
      ? [{ label: t('duplicate'), icon: <CopyPlus />, onSelect: () => void actions.duplicate(prompt) }]
      : []),
    ...(prompt.head ? downloadItems(prompt) : []),
    ...(maySteer(prompt) ? steer : []),
  ];
  return (
    <Menu
      label={t('actionsOf', { title })}
      align="end"
      items={items}
      trigger={(props) => (
        <IconButton {...props} size="small" label={t('actionsOf', { title })} icon={<EllipsisVertical />} />
      )}
    />
  );
}

function downloadItems({ id }: PromptSummary): MenuItem[] {
  const item = (label: string, format: PromptFileFormat): MenuItem => ({
    label,
    icon: <Download />,
    onSelect: () => void downloadPrompt(id, format),
  });
  return [
    'separator',
    item(t('downloadMarkdown'), 'markdown'),
    item(t('downloadYaml'), 'yaml'),
    item(t('downloadJson'), 'json'),
    'separator',
  ];
}

function statusItem(prompt: PromptSummary, actions: PromptActions): MenuItem {
  return prompt.status === 'published'
    ? { label: t('unpublish'), icon: <GlobeLock />, onSelect: () => void actions.unpublish([prompt]) }
    : { label: t('publish'), icon: <Globe />, onSelect: () => void actions.publish([prompt]) };
}

/** Authors steer their own prompts, some roles all; the server has the last word. */
export function useMaySteer(): (prompt: PromptSummary) => boolean {
  const me = useSession()?.person.id;
  const may = useMay();
  return ({ author }) => may('prompt.write-any') || (may('prompt.write') && author?.id === me);
}
