import { toast } from '../../../../ui/toast-store.ts';
import { writeClipboard } from '../../../../ui/write-clipboard.ts';
import { publicAddress } from '../../../vault/prompts/index.ts';
import { t } from '../messages.ts';

/** Takes the address along under which anyone reads the prompt; the notice shows it too. */
export async function copyPublicAddress(promptId: string): Promise<void> {
  const address = publicAddress(promptId);
  try {
    await writeClipboard(address);
    toast({ text: t('addressCopied', { address }) });
  } catch {
    toast({ text: t('addressNotCopied', { address }), tone: 'bad' });
  }
}
