import type { ProtocolName } from './behaviour.ts';

type Fields = Record<string, unknown>;
/** What is wrong with a part, in the words of a provider; undefined where nothing is. */
type Check = (part: Fields) => string | undefined;

const imageType = /^image\/(png|jpeg|gif|webp)$/;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
const isText: Check = ({ text }) => (typeof text === 'string' ? undefined : 'text: expected a string.');

/** Base64 to the letter, and the content that its type promises. */
function contentProblem(mediaType: unknown, data: unknown): string | undefined {
  if (typeof data !== 'string' || data === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(data))
    return 'the data is not base64.';
  const isPdf = Buffer.from(data.slice(0, 12), 'base64').toString('latin1').startsWith('%PDF-');
  return isPdf === (mediaType === 'application/pdf') ? undefined : `the data is not ${String(mediaType)}.`;
}

/** `data:<type>;base64,<data>`, with a type that the part may have. */
function addressProblem(address: unknown, takes: RegExp): string | undefined {
  const [, type, data] = String(address).match(/^data:([^;,]+);base64,(.*)$/s) ?? [];
  if (type === undefined || !takes.test(type))
    return `unsupported data address: ${String(address).slice(0, 40)}`;
  return contentProblem(type, data);
}

const fileProblem: Check = ({ filename, file_data }) =>
  typeof filename === 'string' && filename !== ''
    ? addressProblem(file_data, /^application\/pdf$/)
    : 'a file needs its filename.';

const sourceProblem =
  (takes: RegExp): Check =>
  ({ source }) => {
    const { type, media_type, data } = fieldsOf(source);
    if (type !== 'base64' || !takes.test(String(media_type))) return 'source: unsupported.';
    return contentProblem(media_type, data);
  };

const chatParts: Record<string, Check> = {
  text: isText,
  image_url: ({ image_url }) => addressProblem(fieldsOf(image_url).url, imageType),
  file: ({ file }) => fileProblem(fieldsOf(file)),
};

const parts: Record<Exclude<ProtocolName, 'google'>, Record<string, Check>> = {
  openai: chatParts,
  openai_compatible: chatParts,
  openai_responses: {
    input_text: isText,
    input_image: ({ image_url }) => addressProblem(image_url, imageType),
    input_file: fileProblem,
  },
  anthropic: {
    text: isText,
    image: sourceProblem(imageType),
    document: sourceProblem(/^application\/pdf$/),
    tool_result: () => undefined,
  },
};

const googlePart: Check = (part) => {
  if (part.inlineData === undefined) return undefined;
  const { mimeType, data } = fieldsOf(part.inlineData);
  if (!imageType.test(String(mimeType)) && mimeType !== 'application/pdf')
    return `unsupported MIME type: ${String(mimeType)}`;
  return contentProblem(mimeType, data);
};

/** What a provider of this protocol would refuse of what the user says, beside plain text. */
export function findPartProblem(protocol: ProtocolName, body: Fields): string | undefined {
  if (protocol === 'google')
    return listOf(body.contents)
      .flatMap((message) => listOf(message.parts))
      .map(googlePart)
      .find((problem) => problem !== undefined);
  const messages = listOf(protocol === 'openai_responses' ? body.input : body.messages);
  for (const message of messages) {
    if (message.role !== 'user') continue;
    for (const part of listOf(message.content)) {
      const check = parts[protocol][String(part.type)];
      const problem = check ? check(part) : `Invalid value: '${String(part.type)}'.`;
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}
