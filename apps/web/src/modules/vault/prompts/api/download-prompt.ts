import type { PromptFileFormat } from '@promptvault/contract/vault/prompts/shapes';
import { saveText } from '../../../../ui/save-text.ts';
import { toast } from '../../../../ui/toast-store.ts';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

const mediaTypes: Record<PromptFileFormat, string> = {
  markdown: 'text/markdown',
  yaml: 'application/yaml',
  json: 'application/json',
};

/** Saves a prompt as a file of this computer: its newest version, or the draft of a branch. */
export async function downloadPrompt(
  promptId: string,
  format: PromptFileFormat,
  draft?: string,
): Promise<void> {
  try {
    const { name, text } = await dataOf(
      api.GET('/api/v1/prompts/{promptId}/file', {
        params: { path: { promptId }, query: { format, ...(draft !== undefined && { draft }) } },
      }),
    );
    saveText(name, mediaTypes[format], text);
  } catch (error) {
    toast({ tone: 'bad', text: error instanceof Error ? error.message : String(error) });
  }
}
