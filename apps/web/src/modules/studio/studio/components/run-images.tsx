import { imageTypes } from '@promptvault/wire/read-image';
import { ImagePlus, X } from 'lucide-react';
import { type DragEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { formatBytes, formatTokens } from '../../../../ui/format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { type AttachedImage, blindModels, tokensOfImages } from '../state/run-images.ts';
import type { Studio } from '../state/use-studio.ts';

/** Images for the next run: pasted anywhere on the page, dropped here, or picked. */
export function RunImages({ studio }: { studio: Studio }) {
  const { images, add, rename, remove } = studio.attached;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = async (files: readonly File[]) => {
    for (const text of await add(files)) toast({ text, tone: 'bad' });
  };
  usePastedFiles(take);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void take([...event.dataTransfer.files]);
  };
  const { models, privately } = studio;
  const blind = privately.isOn ? [] : blindModels(models.known);
  return (
    <section
      id="studio-images"
      aria-label={t('images')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={classes('border-b border-line px-4 py-2', isOver && 'bg-accent-weak')}
    >
      <header className="flex min-h-8 items-center gap-2">
        <h2 className="flex-1 font-semibold">{t('images')}</h2>
        {images.length > 0 && (
          <span className="text-12 text-ink-2 tabular">
            {formatTokens(tokensOfImages(images, models.known), true)}
          </span>
        )}
        <Button size="small" icon={<ImagePlus />} onClick={() => input.current?.click()}>
          {t('addImages')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={t('addImages')}
          accept={imageTypes.join(',')}
          onChange={({ target }) => {
            void take([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </header>
      {images.length === 0 ? (
        <p className="text-12 text-ink-3">{t('imagesHint')}</p>
      ) : (
        <ul className="grid gap-2 py-1">
          {images.map((image) => (
            <AttachedRow
              key={image.id}
              image={image}
              onRename={(name) => rename(image.id, name)}
              onRemove={() => remove(image.id)}
            />
          ))}
        </ul>
      )}
      {images.length > 0 && privately.isOn && <p className="pt-1 text-12 text-warn">{t('imagesPrivate')}</p>}
      {images.length > 0 && blind.length > 0 && (
        <p className="pt-1 text-12 text-warn">{t('imagesBlind', { models: blind.join(', ') })}</p>
      )}
    </section>
  );
}

type AttachedRowProps = {
  image: AttachedImage;
  onRename: (name: string) => void;
  onRemove: () => void;
};

function AttachedRow({ image, onRename, onRemove }: AttachedRowProps) {
  const { name, mediaType, data, width, height, bytes } = image;
  return (
    <li className="flex items-center gap-2">
      <img
        src={`data:${mediaType};base64,${data}`}
        alt={name}
        className="size-12 shrink-0 rounded-md border border-line bg-bg object-contain"
      />
      <div className="min-w-0 flex-1">
        <TextField
          label={t('imageName')}
          hideLabel
          value={name}
          maxLength={200}
          onChange={(event) => onRename(event.target.value)}
        />
        <p className="truncate pt-0.5 text-12 text-ink-3 tabular">
          {width} × {height} · {formatBytes(bytes)}
        </p>
      </div>
      <IconButton size="small" label={t('removeImage', { name })} icon={<X />} onClick={onRemove} />
    </li>
  );
}

/** Files pasted anywhere on the page; a paste of text stays with the field it is for. */
function usePastedFiles(take: (files: readonly File[]) => Promise<void>) {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    void take(files);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}
