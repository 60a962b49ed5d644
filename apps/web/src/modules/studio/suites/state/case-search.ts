/** What the address says of a set of cases: as of which version, and narrowed to what. */
export type CaseSearch = { version?: number; q?: string; tag?: string };

const text = (value: unknown) => {
  const given = typeof value === 'number' ? String(value) : value;
  return typeof given === 'string' && given.trim() !== '' ? given.slice(0, 200) : undefined;
};

/** What it cannot mean is left out. */
export function readCaseSearch(given: Record<string, unknown>): CaseSearch {
  const { version } = given;
  const read = {
    version:
      typeof version === 'number' && Number.isSafeInteger(version) && version >= 0 && version < 2 ** 31
        ? version
        : undefined,
    q: text(given.q),
    tag: text(given.tag),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

export type OfPrompt = { prompt?: string };

/** Of which prompt. */
export const readOfPrompt = ({ prompt }: Record<string, unknown>): OfPrompt =>
  typeof prompt === 'string' && prompt !== '' ? { prompt: prompt.slice(0, 100) } : {};

export type ProposeSearch = { run?: string };

/** The run that a model was asked with. */
export const readProposeSearch = ({ run }: Record<string, unknown>): ProposeSearch =>
  typeof run === 'string' && run !== '' ? { run: run.slice(0, 100) } : {};
