import { Document, isScalar, Scalar, visit } from 'yaml';
import { toFrontMatter } from './front-matter.ts';
import { FILE_MARK, type FileFormat, type PromptFile } from './prompt-file.ts';
import { writeSections } from './section-headings.ts';

/** The file of a prompt; `readPromptFile` reads the same from it, to the byte of every text. */
export function writePromptFile(file: PromptFile, format: FileFormat = 'markdown'): string {
  if (format === 'markdown') {
    const front = writeYaml(toFrontMatter(file));
    const sections = writeSections(file.document.sections);
    return `---\n${front}---\n${sections === '' ? '' : `\n${sections}`}`;
  }
  const { title, description, path, tags, document } = file;
  const whole = { format: FILE_MARK, title, description, path, tags, document };
  return format === 'json' ? `${JSON.stringify(whole, null, 2)}\n` : writeYaml(whole);
}

function writeYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (isScalar(node) && typeof node.value === 'string') node.type = chooseStyle(node.value);
      // Only this number changes when it is written in the plain way.
      if (Object.is(node.value, -0)) node.value = 0;
    },
  });
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that need quotes
const SPECIAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufff9-\uffff]/;

/** Lines of text as a block that people can read; anything a block might not keep goes in quotes. */
function chooseStyle(text: string): Scalar.Type {
  if (SPECIAL.test(text)) return Scalar.QUOTE_DOUBLE;
  if (!text.includes('\n')) return /^\s|\s$/.test(text) ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN;
  const isPlain = /^\S/.test(text) && !/[ \t]$/m.test(text) && !text.startsWith('#');
  return isPlain && !text.includes('\n\n\n') ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
}
