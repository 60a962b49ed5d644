/**
 * A value as text: text as it is; numbers and booleans in JavaScript's form; null as nothing; a list of
 * such values joined by ", "; objects and lists that hold objects as JSON indented by two spaces.
 * Answers undefined for a value that has no text: cyclic, nested too deep, or not data.
 */
export function printValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every(isScalar))
    return value.map((item) => String(item ?? '')).join(', ');
  if (isScalar(value)) return String(value);
  if (typeof value !== 'object') return undefined;
  try {
    return JSON.stringify(value, undefined, 2);
  } catch {
    return undefined;
  }
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes `& < > "` for HTML; for `RenderOptions.escape`, which prompts leave out. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
