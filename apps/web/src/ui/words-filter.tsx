import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { TextField } from './text-field.tsx';

const pause = 300;

type WordsFilterProps = {
  label: string;
  /** What the list is narrowed to now; give it as the `key` too, so that a cleared filter clears the field. */
  initial: string;
  onChange: (words: string) => void;
};

/** Narrows a list by words. It asks a moment after the last key, so that typing does not ask for every letter. */
export function WordsFilter({ label, initial, onChange }: WordsFilterProps) {
  const [text, setText] = useState(initial);
  const tell = useEffectEvent(() => onChange(text.trim()));
  useEffect(() => {
    if (text.trim() === initial) return;
    const timer = setTimeout(() => tell(), pause);
    return () => clearTimeout(timer);
  }, [text, initial]);
  return (
    <TextField
      label={label}
      hideLabel
      placeholder={label}
      icon={<Search />}
      className="w-56 max-md:w-full"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && onChange(text.trim())}
    />
  );
}
