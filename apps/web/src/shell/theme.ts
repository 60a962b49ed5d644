/** Light, dark, like the system, or a named theme: other values of the same tokens, chosen on the html element. */

export type ThemeChoice = 'light' | 'dark' | 'auto' | (string & {});

/** The same key as in index.html, which applies it before the first paint. */
const key = 'promptvault.theme';
const system = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function themeChoice(): ThemeChoice {
  try {
    return localStorage.getItem(key) ?? 'auto';
  } catch {
    return 'auto';
  }
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // The choice then lasts as long as the page.
  }
  show(choice);
  for (const listener of listeners) listener();
}

function show(choice: ThemeChoice): void {
  const root = document.documentElement;
  root.dataset.theme = choice === 'auto' ? (system().matches ? 'dark' : 'light') : choice;
  const background = getComputedStyle(root).backgroundColor;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', background);
}

export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows the system and other tabs from now on. */
export function followTheme(): void {
  show(themeChoice());
  system().addEventListener('change', () => show(themeChoice()));
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    show(themeChoice());
    for (const listener of listeners) listener();
  });
}
