import { TOOL_METHODS, type Tool, type ToolImplementation } from '@promptvault/document';
import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';
import {
  newImplementation,
  type ToolKind,
  toolAddressFault,
  toolKinds,
  toolReferenceFault,
} from '../state/tool-kinds.ts';
import { useReferenceSearch } from '../state/use-reference-search.ts';

type HttpTool = Extract<ToolImplementation, { kind: 'http' }>;

type ToolImplementationProps = {
  implementation: Tool['implementation'];
  locked: boolean;
  onChange: (next: Tool['implementation']) => void;
};

const kindNames: Record<ToolKind, () => string> = {
  declared: () => t('toolDeclared'),
  mock: () => t('toolMock'),
  javascript: () => t('toolJavaScript'),
  http: () => t('toolHttp'),
  prompt: () => t('toolPrompt'),
};

/** What happens when a model calls the tool in a run. */
export function ToolImplementationFields({ implementation, locked, onChange }: ToolImplementationProps) {
  const kind = implementation?.kind ?? 'declared';
  return (
    <>
      <Select
        className="w-64 max-w-full"
        label={t('toolDoes')}
        hint={kind === 'declared' ? t('toolDeclaredHint') : undefined}
        value={kind}
        disabled={locked}
        options={toolKinds.map((value) => ({ value, label: kindNames[value]() }))}
        onChange={(event) => onChange(newImplementation(event.target.value as ToolKind))}
      />
      {implementation?.kind === 'mock' && (
        <TextArea
          label={t('toolReply')}
          hint={t('toolReplyHint', { place: '{{name}}' })}
          mono
          spellCheck={false}
          value={implementation.reply}
          readOnly={locked}
          onChange={(event) => onChange({ ...implementation, reply: event.target.value })}
        />
      )}
      {implementation?.kind === 'javascript' && (
        <TextArea
          label={t('toolCode')}
          hint={t('toolCodeHint')}
          mono
          rows={5}
          spellCheck={false}
          value={implementation.code}
          readOnly={locked}
          error={implementation.code.trim() === '' ? t('toolCodeMissing') : undefined}
          onChange={(event) => onChange({ ...implementation, code: event.target.value })}
        />
      )}
      {implementation?.kind === 'http' && (
        <HttpFields tool={implementation} locked={locked} onChange={onChange} />
      )}
      {implementation?.kind === 'prompt' && (
        <PromptField tool={implementation} locked={locked} onChange={onChange} />
      )}
    </>
  );
}

type PromptTool = Extract<ToolImplementation, { kind: 'prompt' }>;
type PromptFieldProps = { tool: PromptTool; locked: boolean; onChange: (next: PromptTool) => void };

/** Which prompt answers: its path is completed from those one sees. */
function PromptField({ tool, locked, onChange }: PromptFieldProps) {
  const { reference } = tool;
  const id = useId();
  const { findPaths } = useReferenceSearch();
  const { data: paths = [] } = useQuery({
    queryKey: ['prompts', 'tool-paths', reference],
    queryFn: () => findPaths(reference.split('@')[0] ?? ''),
    enabled: !locked,
    staleTime: 30_000,
  });
  return (
    <>
      <TextField
        label={t('toolReference')}
        hint={t('toolReferenceHint')}
        mono
        spellCheck={false}
        autoComplete="off"
        maxLength={500}
        list={id}
        value={reference}
        readOnly={locked}
        error={toolReferenceFault(reference)}
        onChange={(event) => onChange({ ...tool, reference: event.target.value.trim() })}
      />
      <datalist id={id}>
        {paths.map(({ path, title }) => (
          <option key={path} value={path}>
            {title}
          </option>
        ))}
      </datalist>
    </>
  );
}

type HttpFieldsProps = { tool: HttpTool; locked: boolean; onChange: (next: HttpTool) => void };

function HttpFields({ tool, locked, onChange }: HttpFieldsProps) {
  const { method, url, body, safe } = tool;
  return (
    <>
      <div className="flex flex-wrap items-start gap-2">
        <Select
          className="w-28"
          label={t('toolMethod')}
          value={method}
          disabled={locked}
          options={TOOL_METHODS.map((value) => ({ value, label: value }))}
          onChange={(event) => {
            const next = event.target.value as HttpTool['method'];
            // Only reading can be assumed of GET, and of nothing else.
            onChange({ ...tool, method: next, safe: next === 'GET' });
          }}
        />
        <TextField
          className="min-w-52 flex-1"
          label={t('toolUrl')}
          hint={t('toolUrlHint', { place: '{{name}}' })}
          value={url}
          readOnly={locked}
          error={toolAddressFault(url)}
          spellCheck={false}
          onChange={(event) => onChange({ ...tool, url: event.target.value })}
        />
      </div>
      <HeaderFields tool={tool} locked={locked} onChange={onChange} />
      {method !== 'GET' && (
        <TextArea
          label={t('toolBody')}
          hint={t('toolBodyHint', { place: '{"q": {{name}}}' })}
          mono
          spellCheck={false}
          value={body ?? ''}
          readOnly={locked}
          onChange={(event) => onChange({ ...tool, body: event.target.value || null })}
        />
      )}
      <Checkbox
        label={t('toolSafe')}
        hint={t('toolSafeHint')}
        checked={safe}
        disabled={locked}
        onChange={(event) => onChange({ ...tool, safe: event.target.checked })}
      />
    </>
  );
}

function HeaderFields({ tool, locked, onChange }: HttpFieldsProps) {
  const { headers } = tool;
  const change = (place: number, next: Partial<HttpTool['headers'][number]>) =>
    onChange({ ...tool, headers: headers.map((one, at) => (at === place ? { ...one, ...next } : one)) });
  if (locked && headers.length === 0) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-12 font-medium text-ink-2">{t('toolHeaders')}</legend>
      {headers.map(({ name, value }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header is known by its place alone
        <div key={place} className="flex items-start gap-2">
          <TextField
            className="w-40 shrink-0"
            hideLabel
            label={t('toolHeaderName', { number: place + 1 })}
            placeholder="Accept-Language"
            value={name}
            readOnly={locked}
            onChange={(event) => change(place, { name: event.target.value })}
          />
          <TextField
            className="min-w-0 flex-1"
            hideLabel
            label={t('toolHeaderValue', { number: place + 1 })}
            value={value}
            readOnly={locked}
            onChange={(event) => change(place, { value: event.target.value })}
          />
          {!locked && (
            <IconButton
              label={t('toolRemoveHeader', { number: place + 1 })}
              icon={<X />}
              onClick={() => onChange({ ...tool, headers: headers.filter((_, at) => at !== place) })}
            />
          )}
        </div>
      ))}
      <p className="text-12 text-ink-3">{t('toolHeadersHint', { place: 'Bearer {{secret:name}}' })}</p>
      {!locked && headers.length < 50 && (
        <Button
          kind="quiet"
          size="small"
          icon={<Plus />}
          className="-ml-2 w-fit"
          onClick={() => onChange({ ...tool, headers: [...headers, { name: '', value: '' }] })}
        >
          {t('toolAddHeader')}
        </Button>
      )}
    </fieldset>
  );
}
