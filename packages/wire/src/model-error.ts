import { askedPause } from './asked-pause.ts';
import type { ModelError } from './model-event.ts';
import { toldInBody } from './told-in-body.ts';
import { withoutSecrets } from './without-secrets.ts';

/** What is known of a call beside the error itself. */
export type CallFacts = {
  apiKey: string | null;
  model: string;
  /** The host that was called, for the words. */
  host: string;
  /** Now, for a Retry-After that is a date. */
  now: Date;
  /** Set when the response's headers arrived. */
  answered: boolean;
};

type Clue = {
  name?: unknown;
  message?: unknown;
  statusCode?: unknown;
  status?: unknown;
  type?: unknown;
  code?: unknown;
  data?: unknown;
  cause?: unknown;
  responseHeaders?: Record<string, string | undefined>;
  responseBody?: unknown;
};

/** Turns whatever the SDK throws or streams as an error into a typed one. */
export function toModelError(thrown: unknown, facts: CallFacts): ModelError {
  const chain = causes(thrown);
  const refused = chain.find(({ name }) => name === 'AddressRefused');
  if (refused) return { code: 'model.unreachable', message: String(refused.message), retryable: false };

  const withStatus = chain.find((error) => statusOf(error) !== undefined);
  const status = withStatus && statusOf(withStatus);
  if (withStatus && status !== undefined) return fromStatus(status, withStatus, facts);

  const networkCode = chain
    .map((error) => error.code)
    .find((code) => typeof code === 'string' && code in networkWords);
  if (typeof networkCode === 'string') return fromNetwork(networkCode, facts);
  const strange = chain.map(({ code }) => String(code)).find((code) => notHttp.test(code));
  if (strange !== undefined) return facts.answered ? cutError(facts) : notHttpError(strange, facts);
  if (
    chain.some(
      (error) =>
        error.name === 'TypeError' &&
        /terminated|fetch failed|network|load failed|input stream/i.test(String(error.message)),
    )
  ) {
    return fromNetwork('ECONNRESET', facts);
  }

  // A packed answer that ends too early ends in the middle of a block.
  if (chain.some(({ code }) => code === 'Z_BUF_ERROR')) return cutError(facts);
  // What cannot be unpacked is not what its header says.
  if (chain.some(({ code }) => /^(?:Z_|ERR__?BROTLI|ERR_ZSTD|ZSTD_)/i.test(String(code))))
    return garbledError(facts);

  const named = chain.map((error) => String(error.name ?? ''));
  const says = words(chain[0], facts);
  if (named.includes('AI_InvalidResponseDataError') && /finish reason/.test(String(chain[0]?.message))) {
    return cutError(facts);
  }
  if (named.some((name) => garbledNames.has(name))) return garbledError(facts);
  // What a package stumbles over in an answer, it says in words for those who write programs.
  if (facts.answered && thrown instanceof Error && !named[0]?.startsWith('AI_')) return garbledError(facts);
  if (named.some((name) => unsendableNames.has(name))) {
    return {
      code: 'model.refused_request',
      message: `This request cannot be sent to ${facts.model}.${says}`,
      retryable: false,
    };
  }
  return {
    code: 'model.provider_error',
    message: `The provider reported an error.${says}`,
    retryable: false,
  };
}

export function cutError({ host }: Pick<CallFacts, 'host'>): ModelError {
  return {
    code: 'model.cut',
    message: `The connection to ${host} ended before the answer was complete. What arrived is kept; run it again for the rest.`,
    retryable: true,
  };
}

export function garbledError({ host }: Pick<CallFacts, 'host'>, detail = ''): ModelError {
  return {
    code: 'model.garbled',
    message: `${host} sent something that cannot be read as a model's answer${detail}. Run it again; if it stays so, check the address of this connection.`,
    retryable: false,
  };
}

const garbledNames = new Set([
  'AI_JSONParseError',
  'AI_TypeValidationError',
  'AI_InvalidResponseDataError',
  'AI_EmptyResponseBodyError',
]);
const unsendableNames = new Set([
  'AI_UnsupportedFunctionalityError',
  'AI_InvalidPromptError',
  'AI_InvalidArgumentError',
]);

const networkWords: Record<string, string> = {
  ECONNREFUSED: 'Nothing answers at',
  ENOTFOUND: 'There is no machine named',
  EAI_AGAIN: 'The name service does not answer for',
  ECONNRESET: 'The connection was closed by',
  EPIPE: 'The connection was closed by',
  ETIMEDOUT: 'No answer in time from',
  EHOSTUNREACH: 'There is no way to',
  ENETUNREACH: 'There is no way to',
  UND_ERR_SOCKET: 'The connection was closed by',
  UND_ERR_CONNECT_TIMEOUT: 'No answer in time from',
  CERT_HAS_EXPIRED: 'The certificate has expired at',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is self-signed at',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate is self-signed at',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate cannot be checked at',
  UNABLE_TO_GET_ISSUER_CERT: 'The certificate cannot be checked at',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate cannot be checked at',
  CERT_UNTRUSTED: 'The certificate cannot be checked at',
  CERT_SIGNATURE_FAILURE: 'The certificate cannot be checked at',
  CERT_REVOKED: 'The certificate was revoked at',
  CERT_NOT_YET_VALID: 'The certificate is not valid yet at',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another name than',
};

function fromNetwork(code: string, facts: CallFacts): ModelError {
  if (facts.answered) return cutError(facts);
  const isCertificate = /CERT|SIGNATURE/.test(code);
  const advice = isCertificate
    ? 'Whoever runs it must renew it, or whoever runs PromptVault must trust it (NODE_EXTRA_CA_CERTS).'
    : 'Check the address and that the server is running.';
  return {
    code: 'model.unreachable',
    message: `${networkWords[code] ?? 'No connection to'} ${facts.host}. ${advice}`,
    retryable: !isCertificate && code !== 'ENOTFOUND',
  };
}

const notHttp = /^(?:HPE_|ERR_SSL_|EPROTO$)/;

/** Something answers there, but not as the address says. */
function notHttpError(code: string, { host }: CallFacts): ModelError {
  const what = code.startsWith('HPE_')
    ? `What answers at ${host} is no web server`
    : `${host} does not answer as https does`;
  return {
    code: 'model.unreachable',
    message: `${what}. Check the port, and whether the address begins with http:// or https://.`,
    retryable: false,
  };
}

function fromStatus(status: number, error: Clue, facts: CallFacts): ModelError {
  const says = words(error, facts);
  const kind = kindOf(error);
  const failure = (code: ModelError['code'], message: string, retryable: boolean): ModelError => {
    const headers = error.responseHeaders ?? {};
    const said = typeof error.responseBody === 'string' ? error.responseBody : `${kind} ${says}`;
    const retryAfterMs = retryable ? askedPause({ status, headers, said, now: facts.now }) : undefined;
    const wait = code === 'model.rate_limited' || code === 'model.overloaded' ? waitWords(retryAfterMs) : '';
    return {
      code,
      message: message + wait + says,
      retryable,
      status,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
  };
  if (status < 400) return facts.answered ? cutError(facts) : garbledError(facts);
  if (status === 401 || kind.includes('API_KEY_INVALID') || /api key not valid/i.test(says)) {
    return failure(
      'model.unauthorized',
      'The provider does not accept the key. Check it where the connection is kept.',
      false,
    );
  }
  if (status === 403) {
    return failure(
      'model.unauthorized',
      `The key may not use ${facts.model}. Ask the owner of the key for access.`,
      false,
    );
  }
  if (status === 402 || kind.includes('insufficient_quota') || kind.includes('billing_error')) {
    return failure('model.rate_limited', 'The account of this key has no credit left.', false);
  }
  if (status === 404) {
    return failure(
      'model.not_found',
      `${facts.host} does not know ${facts.model}. Check the model and the address.`,
      false,
    );
  }
  if (status === 408 || status === 504) return failure('model.timeout', 'The provider took too long.', true);
  if (status === 429)
    return failure('model.rate_limited', 'The provider limits how often this key may ask.', true);
  if (status === 503 || status === 529) {
    return failure('model.overloaded', 'The provider is overloaded. Try again in a moment.', true);
  }
  if (status < 500 && isTooLong(`${kind} ${says}`))
    return failure(
      'model.refused_request',
      `More is sent than ${facts.model} can read, or with its answer than it has room for. Send less, ask for a shorter answer, or take a model with a larger window.`,
      false,
    );
  if (status === 413)
    return failure('model.refused_request', 'The request is too large for the provider.', false);
  if (status < 500) return failure('model.refused_request', 'The provider refuses this request.', false);
  return failure('model.provider_error', 'The provider had an error of its own.', true);
}

/** How providers say that a window is too small, each in its own words. */
const tooLong =
  /context_length_exceeded|maximum context length|context (?:length|window|size)|(?:prompt|input)(?: token count)?(?: \(\d+\))? (?:is too long|exceeds the (?:maximum|limit))|exceed\w* (?:the )?(?:available )?context/i;
const isTooLong = (said: string) => tooLong.test(said.slice(0, 5_000));

/** A short pause is made without a word about it. */
const shortPauseMs = 20_000;

function waitWords(ms = 0): string {
  if (ms <= shortPauseMs) return '';
  const minutes = ms / 60_000;
  if (minutes < 2) return ` It asks to wait ${Math.round(ms / 1_000)} seconds.`;
  return minutes < 120
    ? ` It asks to wait ${Math.round(minutes)} minutes.`
    : ` It asks to wait ${Math.round(minutes / 60)} hours.`;
}

/** The error and what caused it, the outermost first. */
function causes(thrown: unknown): Clue[] {
  const chain: Clue[] = [];
  for (let error = thrown; typeof error === 'object' && error !== null && chain.length < 8; ) {
    chain.push(error as Clue);
    const { cause, errors } = error as { cause?: unknown; errors?: unknown[] };
    error = cause ?? errors?.[0];
  }
  return chain.length > 0 ? chain : [{ message: String(thrown) }];
}

const statusByKind: Record<string, number> = {
  invalid_api_key: 401,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  model_not_found: 404,
  request_too_large: 413,
  rate_limit_exceeded: 429,
  rate_limit_error: 429,
  insufficient_quota: 429,
  server_error: 500,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
  engine_overloaded: 503,
  service_unavailable: 503,
  invalid_request_error: 400,
};

/** The HTTP status of an error, also of one that came inside a stream and only names its kind. */
function statusOf(error: Clue): number | undefined {
  for (const value of [error.statusCode, error.status, error.code]) {
    if (typeof value === 'number' && value >= 400 && value < 600) return value;
  }
  for (const value of [error.code, error.type]) {
    if (typeof value === 'string' && value in statusByKind) return statusByKind[value];
  }
  return undefined;
}

/** The provider's names for what happened, in one string to look into. */
function kindOf(error: Clue): string {
  return `${String(error.type ?? '')} ${String(error.code ?? '')} ${JSON.stringify(error.data ?? '')} ${String(error.responseBody ?? '')}`;
}

function words(error: Clue | undefined, { apiKey }: CallFacts): string {
  const told = toldInBody(error?.responseBody) || error?.message;
  const said = typeof told === 'string' ? withoutSecrets(told, apiKey) : '';
  const message = said.replaceAll('\0', '\uFFFD').toWellFormed();
  return message === '' ? '' : ` It says: “${message}”`;
}
