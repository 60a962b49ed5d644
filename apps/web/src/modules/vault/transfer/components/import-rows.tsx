import { FileX } from 'lucide-react';
import { Chip } from '../../../../ui/chip.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import type { CsvPreview } from '../api/imports.ts';
import { t } from '../messages.ts';

type ImportRowsProps = Pick<CsvPreview, 'rows' | 'found'>;

/** How the first rows would look as prompts. */
export function ImportRows({ rows, found }: ImportRowsProps) {
  if (found === 0)
    return (
      <EmptyState
        className="mb-10 rounded-lg border border-dashed border-edge"
        icon={<FileX />}
        title={t('noRows')}
        hint={t('noRowsHint')}
      />
    );
  return (
    <SettingsSection title={t('firstRows')}>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the table scrolls sideways, also by keyboard
        tabIndex={0}
        className="overflow-auto rounded-lg border border-line bg-panel"
      >
        <table className="w-full min-w-150 table-fixed">
          <thead>
            <tr className="border-b border-line text-left text-12 text-ink-3">
              <th scope="col" className="w-14 px-3 py-1.5 text-right font-normal">
                {t('line')}
              </th>
              <th scope="col" className="w-1/3 px-3 py-1.5 font-normal">
                {t('title')}
              </th>
              <th scope="col" className="px-3 py-1.5 font-normal">
                {t('text')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, title, excerpt, tags, isKnown }) => (
              <tr key={line} className="border-b border-line align-top last:border-0">
                <td className="px-3 py-2 text-right text-12 text-ink-3 tabular">{line}</td>
                <td className="px-3 py-2">
                  <div className="truncate font-medium" title={title}>
                    {title}
                  </div>
                  <div className="mt-1 flex flex-wrap gap-1">
                    {isKnown && <Chip tone="warn">{t('duplicate')}</Chip>}
                    {tags.map((tag) => (
                      <Chip key={tag}>{tag}</Chip>
                    ))}
                  </div>
                </td>
                <td className="px-3 py-2">
                  <p className="line-clamp-2 font-mono text-12 text-ink-2 wrap-anywhere">{excerpt}</p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </SettingsSection>
  );
}
