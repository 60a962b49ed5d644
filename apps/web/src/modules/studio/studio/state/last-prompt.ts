const key = 'promptvault.studio.last-prompt';

/** The prompt the studio opens by itself; each organization has its own. */
export function lastPrompt(organizationId: string): string | undefined {
  try {
    return localStorage.getItem(`${key}.${organizationId}`) ?? undefined;
  } catch {
    return undefined; // Storage is forbidden; the studio then begins with its empty page.
  }
}

export function rememberLastPrompt(organizationId: string, promptId: string | undefined): void {
  try {
    if (promptId === undefined) localStorage.removeItem(`${key}.${organizationId}`);
    else localStorage.setItem(`${key}.${organizationId}`, promptId);
  } catch {
    // Only the short cut is lost.
  }
}
