import type { ModelCall, ModelError } from './model-event.ts';
import { baseUrlOf, needsKey } from './provider-address.ts';

type Connection = Pick<ModelCall, 'baseUrl' | 'apiKey'> & {
  provider: Exclude<ModelCall['provider'], 'echo'>;
};

/** What is wrong with a connection before anything is sent; undefined where nothing is. */
export function connectionProblem(connection: Connection): ModelError | undefined {
  const { apiKey, provider } = connection;
  if (!apiKey && needsKey(provider)) {
    return problem('model.unauthorized', 'This connection has no key. Add one where it is kept.');
  }
  // Keys travel in a header, which takes visible ASCII only; a pasted line break is the usual reason.
  if (apiKey && !/^[\x21-\x7e]+$/.test(apiKey)) {
    return problem(
      'model.unauthorized',
      'The key contains a space or a character that no key has. Paste it again.',
    );
  }
  const address = URL.parse(baseUrlOf(connection));
  if (!address || !/^https?:$/.test(address.protocol)) {
    return problem(
      'model.unreachable',
      'The address of this connection is not a web address that starts with http:// or https://.',
    );
  }
  if (address.username || address.password) {
    return problem(
      'model.unreachable',
      'The address must not contain a user name or password. Enter the key in its own field.',
    );
  }
  return undefined;
}

function problem(code: ModelError['code'], message: string): ModelError {
  return { code, message, retryable: false };
}
