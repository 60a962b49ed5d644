/** `--name=value` among the arguments. */
export function textOption(name: string): string | undefined {
  const start = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(start))?.slice(start.length);
}

export const hasFlag = (name: string): boolean => process.argv.includes(`--${name}`);

export function numberOption(name: string, usual: number, bounds: { least: number; most: number }): number {
  const value = Number(textOption(name) ?? usual);
  if (!Number.isFinite(value) || value < bounds.least || value > bounds.most)
    throw new Error(`--${name} is a number from ${bounds.least} to ${bounds.most}.`);
  return value;
}
