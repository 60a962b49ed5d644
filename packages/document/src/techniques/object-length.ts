/** Of the JSON object that begins there, strings regarded; 0 where it has no end. */
export function objectLength(text: string, from: number): number {
  let depth = 0;
  let inString = false;
  for (let place = from; place < text.length; place += 1) {
    const sign = text[place];
    if (inString) {
      if (sign === '\\') place += 1;
      else if (sign === '"') inString = false;
      continue;
    }
    if (sign === '"') inString = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && --depth === 0) return place + 1 - from;
  }
  return 0;
}
