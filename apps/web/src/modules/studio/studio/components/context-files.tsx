import { packItemKey, visibleName } from '@promptvault/context';
import type { ContextPack } from '@promptvault/document';

const shown = 8;

/** What the chosen files put into the text here; they are chosen and changed among the inputs. */
export function ContextFiles({ pack }: { pack: ContextPack }) {
  const more = pack.items.length - shown;
  return (
    <ul className="font-mono text-13 leading-[1.65] text-ink-3">
      {pack.items.slice(0, more > 1 ? shown : undefined).map((item) => (
        <li key={packItemKey(item)} className="truncate">
          {visibleName(item.path)}
          {item.from !== undefined && ` · ${item.from}–${item.to}`}
        </li>
      ))}
      {more > 1 && <li>+ {more}</li>}
    </ul>
  );
}
