/** Where the keyboard goes in a list of rows: pure, so that lists and tables move alike. */

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** The row that a key leads to, or undefined when the key is not one of movement. `page` is rows in view. */
export function nextRow(event: Pressed, at: number, count: number, page: number): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || count === 0) return undefined;
  const within = (row: number) => Math.max(0, Math.min(count - 1, row));
  switch (event.key) {
    case 'j':
    case 'ArrowDown':
      return within(at + 1);
    case 'k':
    case 'ArrowUp':
      return within(at < 0 ? count - 1 : at - 1);
    case 'PageDown':
      return within(at + page);
    case 'PageUp':
      return within(at - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
