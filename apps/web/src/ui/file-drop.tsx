import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';

type FileDropProps = {
  label: string;
  hint?: ReactNode;
  icon?: ReactNode;
  /** As on a file input: `.csv,.json`. */
  accept?: string;
  multiple?: boolean;
  /** Lets a whole folder be chosen where the browser cannot open one. */
  folder?: boolean;
  onFiles: (files: File[]) => void;
  /** Takes the raw drop, for folders; return true when it was taken. */
  onDropItems?: (items: DataTransferItem[]) => boolean;
  chooseLabel?: string;
  /** Offers a folder beside files, under this name. */
  folderLabel?: string;
  disabled?: boolean;
  className?: string;
};

/** A place to drop files on, and a button for those who do not drag. */
export function FileDrop(props: FileDropProps) {
  const {
    label,
    hint,
    icon,
    accept,
    multiple,
    folder,
    onFiles,
    onDropItems,
    chooseLabel,
    folderLabel,
    disabled,
    className,
  } = props;
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(target.files ?? [])]);
    target.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (disabled || onDropItems?.([...event.dataTransfer.items])) return;
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <section
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        if (!disabled) setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node)) setOver(false);
      }}
      onDrop={drop}
      className={classes(
        'grid place-items-center gap-1 rounded-lg border border-dashed px-4 py-6 text-center transition-colors [&>svg]:size-5 [&>svg]:text-ink-3',
        over ? 'border-accent bg-accent-weak' : 'border-edge',
        className,
      )}
    >
      {icon}
      <p className="font-medium">{over ? t('dropHere') : label}</p>
      {hint && <p className="max-w-[48ch] text-12 text-ink-3">{hint}</p>}
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        <Button size="small" disabled={disabled} onClick={() => input.current?.click()}>
          {chooseLabel ?? t('chooseFiles')}
        </Button>
        {folderLabel && (
          <Button size="small" disabled={disabled} onClick={() => folderInput.current?.click()}>
            {folderLabel}
          </Button>
        )}
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple || folder}
        {...(folder && { webkitdirectory: '' })}
        onChange={choose}
      />
      {folderLabel && (
        <input
          ref={folderInput}
          type="file"
          hidden
          aria-label={folderLabel}
          {...{ webkitdirectory: '' }}
          onChange={choose}
        />
      )}
    </section>
  );
}
