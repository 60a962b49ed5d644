/** Why a pattern is no regular expression, in words. */
export function patternFault(pattern: string, flags: string): string | undefined {
  try {
    new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    const reason = (error as Error).message.split(': ').at(-1) ?? '';
    return `This is no regular expression: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}.`;
  }
}
