/**
 * The answers to the questions that index.html asked before any script was there. Each is taken once, by the request
 * that would have asked the same.
 */
import { organizationHeader } from './organization-header.ts';

interface FirstAnswers {
  /** The organization that was asked for; where none was, the one that the server chose, once it said so. */
  organization: string | undefined;
  /** By address; undefined when the server could not be reached. */
  answers: Map<string, Promise<Response | undefined>>;
}

declare global {
  var firstAnswers: FirstAnswers | undefined;
}

const organizationAddress = '/api/v1/organization';
/** Later than this after the page began, an answer says nothing of now. */
const freshMs = 15_000;

export async function firstAnswer(request: Request): Promise<Response | undefined> {
  const first = globalThis.firstAnswers;
  if (!first) return undefined;
  // What was changed since would be missing in them.
  if (request.method !== 'GET' || performance.now() > freshMs) {
    first.answers.clear();
    return undefined;
  }
  const { pathname, search } = new URL(request.url);
  const address = pathname + search;
  const answer = first.answers.get(address);
  if (!answer) return undefined;
  first.answers.delete(address);
  const organization = request.headers.get(organizationHeader) ?? undefined;
  if (organization !== first.organization) return undefined;
  const response = await answer;
  if (address === organizationAddress && response?.ok) {
    const { id } = (await response.clone().json()) as { id: string };
    first.organization = id;
  }
  return response;
}
