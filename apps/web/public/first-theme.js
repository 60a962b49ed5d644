// Runs before the first paint, so that nobody sees the wrong theme flash; shell/theme.ts takes over from here.
(() => {
  let choice = 'auto';
  try {
    choice = localStorage.getItem('promptvault.theme') || 'auto';
  } catch {
    // Storage can be forbidden; then the system's choice stands.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = choice === 'auto' ? (dark ? 'dark' : 'light') : choice;
})();
