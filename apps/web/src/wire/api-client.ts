/**
 * The one way to the server. Every answer that is not a success is thrown as an `ApiProblem`, so that queries and
 * mutations carry it as their error. Cookies go only to our own origin; the headers set here make each request one
 * that no foreign page can send without being asked first, which the server's origin check then refuses.
 */
import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { toProblem, unreachable } from './api-problem.ts';
import { buildHeader, noticeBuild, ownBuild } from './build-watch.ts';
import { firstAnswer } from './first-answers.ts';
import { organizationHeader } from './organization-header.ts';
import { tabOrganization } from './tab-organization.ts';

type ApiClientOptions = {
  baseUrl?: string;
  fetch?: (request: Request) => Promise<Response>;
  organization?: () => string | undefined;
};

const promptVault = (organization: () => string | undefined): Middleware => ({
  onRequest({ request }) {
    const id = organization();
    if (id && !request.headers.has(organizationHeader)) request.headers.set(organizationHeader, id);
    request.headers.set(buildHeader, ownBuild());
  },
  async onResponse({ response }) {
    noticeBuild(response.headers.get(buildHeader));
    if (response.ok || response.status === 304) return;
    const text = await response.text();
    throw toProblem(parsed(text), response.status, response.headers);
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return unreachable(error);
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not a problem document; toProblem says so with the status.
  }
}

/** `Paths` is the generated type of the API: `createApiClient<paths>()`. */
export function createApiClient<Paths extends object>(options: ApiClientOptions = {}): Client<Paths> {
  const client = createClient<Paths>({
    baseUrl: options.baseUrl ?? (typeof location === 'undefined' ? '' : location.origin),
    credentials: 'same-origin',
    fetch: options.fetch ?? (async (request) => (await firstAnswer(request)) ?? fetch(request)),
  });
  client.use(promptVault(options.organization ?? tabOrganization));
  return client;
}

/** The data of a successful answer: `dataOf(api.GET('/api/v1/prompts'))`. */
export async function dataOf<Data>(answer: Promise<{ data?: Data }>): Promise<NonNullable<Data>> {
  const { data } = await answer;
  return data as NonNullable<Data>;
}
