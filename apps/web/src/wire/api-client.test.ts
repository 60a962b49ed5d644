import { expect, test } from 'vitest';
import { createApiClient, dataOf } from './api-client.ts';
import { ApiProblem } from './api-problem.ts';

type Paths = {
  '/things/{id}': {
    get: {
      parameters: { path: { id: string } };
      responses: { 200: { content: { 'application/json': { id: string } } } };
    };
  };
};

const clientThat = (answer: (request: Request) => Response | Promise<Response>) =>
  createApiClient<Paths>({
    baseUrl: 'http://vault.test',
    organization: () => 'org-1',
    fetch: async (request) => answer(request),
  });

const refusal = (answer: Response | Error) =>
  dataOf(
    clientThat(() => {
      if (answer instanceof Error) throw answer;
      return answer;
    }).GET('/things/{id}', { params: { path: { id: 'a' } } }),
  ).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

test('a request names the organization of the tab and the build of the page', async () => {
  let seen: Request | undefined;
  const client = clientThat((request) => {
    seen = request;
    return Response.json({ id: 'a' });
  });
  const thing = await dataOf(client.GET('/things/{id}', { params: { path: { id: 'a' } } }));
  expect(thing.id).toBe('a');
  expect(seen?.headers.get('promptvault-organization')).toBe('org-1');
  expect(seen?.headers.get('promptvault-build')).toBe('development');
});

test('a problem document becomes a typed problem that points at fields', async () => {
  const body = {
    status: 422,
    code: 'request.invalid',
    detail: 'Two fields are wrong.',
    errors: [{ path: ['sections', 0, 'text'], code: 'text.nul', message: 'Remove it.' }],
  };
  const problem = await refusal(Response.json(body, { status: 422, headers: { 'retry-after': '3' } }));
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(problem).toMatchObject({ status: 422, code: 'request.invalid', retryAfter: 3, passing: false });
  expect((problem as ApiProblem).errors[0]?.path).toEqual(['sections', 0, 'text']);
});

test('invalid input is told in the words of its errors, not as a list that nobody shows', async () => {
  const errors = ['This must not be empty.', 'Remove it.', 'Remove it.', 'Too long.', 'A fourth.'].map(
    (message) => ({ path: ['csv'], code: 'x', message }),
  );
  const of = (body: object) => refusal(Response.json({ status: 422, ...body }, { status: 422 }));
  const detail = 'The list of errors says where and why.';
  expect(await of({ code: 'request.invalid', detail, errors })).toMatchObject({
    message: 'This must not be empty. Remove it. Too long.',
  });
  expect(await of({ code: 'request.invalid', detail, errors: [] })).toMatchObject({ message: detail });
  expect(await of({ code: 'run.refused', detail, errors })).toMatchObject({ message: detail });
});

test('an answer that is no problem document is named with its status', async () => {
  const problem = await refusal(new Response('<html>Bad gateway', { status: 502 }));
  expect(problem).toMatchObject({ status: 502, code: 'wire.unreadable', passing: true });
});

test('no answer at all is a problem too', async () => {
  expect(await refusal(new TypeError('fetch failed'))).toMatchObject({ status: 0, code: 'wire.unreachable' });
});

test('an aborted request stays an abort', async () => {
  expect(await refusal(new DOMException('stop', 'AbortError'))).toMatchObject({ name: 'AbortError' });
});
