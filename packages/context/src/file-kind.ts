import { nameOf } from './file-path.ts';

export type FileKind =
  | 'code'
  | 'markup'
  | 'data'
  | 'text'
  | 'image'
  | 'media'
  | 'archive'
  | 'document'
  | 'binary'
  | 'other';

/** `fence` is the word after the three backticks; `badge` the short mark beside a file's name. */
export type FileType = { kind: FileKind; language: string; fence: string; badge: string };

type Row = [language: string, fence: string, extensions: string];

const CODE: Row[] = [
  ['TypeScript', 'ts', 'ts mts cts'],
  ['TypeScript', 'tsx', 'tsx'],
  ['JavaScript', 'js', 'js mjs cjs'],
  ['JavaScript', 'jsx', 'jsx'],
  ['Python', 'python', 'py pyi pyw'],
  ['Java', 'java', 'java'],
  ['Kotlin', 'kotlin', 'kt kts'],
  ['Go', 'go', 'go'],
  ['Rust', 'rust', 'rs'],
  ['C', 'c', 'c h'],
  ['C++', 'cpp', 'cc cpp cxx hh hpp hxx'],
  ['C#', 'csharp', 'cs'],
  ['Ruby', 'ruby', 'rb rake gemspec'],
  ['PHP', 'php', 'php'],
  ['Swift', 'swift', 'swift'],
  ['Scala', 'scala', 'scala'],
  ['Shell', 'sh', 'sh bash zsh fish'],
  ['PowerShell', 'powershell', 'ps1'],
  ['SQL', 'sql', 'sql'],
  ['Lua', 'lua', 'lua'],
  ['Dart', 'dart', 'dart'],
  ['Elixir', 'elixir', 'ex exs'],
  ['Haskell', 'haskell', 'hs'],
  ['R', 'r', 'r'],
  ['Vue', 'vue', 'vue'],
  ['Svelte', 'svelte', 'svelte'],
  ['Terraform', 'hcl', 'tf hcl'],
  ['GraphQL', 'graphql', 'graphql gql'],
  ['Protocol Buffers', 'proto', 'proto'],
];
const MARKUP: Row[] = [
  ['HTML', 'html', 'html htm'],
  ['CSS', 'css', 'css'],
  ['Sass', 'scss', 'scss sass'],
  ['Less', 'less', 'less'],
  ['Markdown', 'markdown', 'md mdx markdown'],
  ['XML', 'xml', 'xml xsd xsl'],
  ['SVG', 'svg', 'svg'],
  ['reStructuredText', 'rst', 'rst'],
  ['LaTeX', 'latex', 'tex'],
];
const DATA: Row[] = [
  ['JSON', 'json', 'json jsonc json5 ipynb'],
  ['JSON lines', 'jsonl', 'jsonl ndjson'],
  ['YAML', 'yaml', 'yaml yml'],
  ['TOML', 'toml', 'toml'],
  ['CSV', 'csv', 'csv tsv'],
  ['INI', 'ini', 'ini cfg conf properties env'],
];
const TEXT: Row[] = [
  ['Text', 'text', 'txt text log'],
  ['Diff', 'diff', 'diff patch'],
  ['Prompt', 'text', 'prompt'],
];
const NOT_TEXT: [FileKind, string][] = [
  ['image', 'png jpg jpeg gif webp avif bmp ico tif tiff psd heic'],
  ['media', 'mp3 mp4 m4a wav flac ogg webm mov avi mkv'],
  ['archive', 'zip gz tgz bz2 xz zst 7z rar tar jar war'],
  ['document', 'pdf doc docx xls xlsx ppt pptx odt epub'],
  ['binary', 'exe dll so dylib a o obj class pyc wasm bin dat db sqlite sqlite3 ttf otf woff woff2 eot node'],
];
const NAMED = new Map<string, Row>([
  ['dockerfile', ['Dockerfile', 'dockerfile', '']],
  ['makefile', ['Makefile', 'makefile', '']],
  ['gemfile', ['Ruby', 'ruby', '']],
  ['rakefile', ['Ruby', 'ruby', '']],
  ['jenkinsfile', ['Groovy', 'groovy', '']],
]);

const byExtension = new Map<string, FileType>();
for (const [kind, rows] of [
  ['code', CODE],
  ['markup', MARKUP],
  ['data', DATA],
  ['text', TEXT],
] as const) {
  for (const [language, fence, extensions] of rows) {
    for (const extension of extensions.split(' '))
      byExtension.set(extension, { kind, language, fence, badge: extension });
  }
}
for (const [kind, extensions] of NOT_TEXT) {
  for (const extension of extensions.split(' ')) {
    byExtension.set(extension, { kind, language: extension.toUpperCase(), fence: '', badge: extension });
  }
}

/** What a file is by its name alone; what it holds decides only when it is read. */
export function fileTypeOf(path: string): FileType {
  const name = nameOf(path).toLowerCase();
  const named = NAMED.get(name.startsWith('dockerfile.') ? 'dockerfile' : name);
  if (named) return { kind: 'code', language: named[0], fence: named[1], badge: named[1].slice(0, 4) };
  const dot = name.lastIndexOf('.');
  const extension = dot < 0 ? '' : name.slice(dot + 1);
  const known = byExtension.get(extension);
  if (known) return known;
  if (dot <= 0) return { kind: 'other', language: 'Text', fence: '', badge: '' };
  return { kind: 'other', language: 'Text', fence: '', badge: extension.slice(0, 4) };
}

/** Kinds that hold no text, known before reading a byte. */
export function isTextKind(kind: FileKind): boolean {
  return !['image', 'media', 'archive', 'document', 'binary'].includes(kind);
}
