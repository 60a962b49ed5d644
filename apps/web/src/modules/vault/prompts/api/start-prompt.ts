import { toast } from '../../../../ui/toast-store.ts';
import { frameText } from '../state/frame-text.ts';
import { markFresh } from '../state/fresh-prompt.ts';
import { promptAddress } from '../state/prompt-address.ts';
import { createPrompt } from './prompt-calls.ts';

let starting = false;

/** Creates an empty prompt and opens it; pressed twice it is created once. */
export async function startPrompt(navigate: (to: string) => void): Promise<void> {
  if (starting) return;
  starting = true;
  try {
    const { id } = await createPrompt(frameText('untitled'));
    markFresh(id);
    navigate(promptAddress(id));
  } catch (error) {
    toast({ tone: 'bad', text: error instanceof Error ? error.message : String(error) });
  } finally {
    starting = false;
  }
}
