import type { BrowserContext } from '@playwright/test';

// A journey reads whatever the API's document promises; the contract's own tests check the shapes.
// biome-ignore lint/suspicious/noExplicitAny: the body's type is the route's
export type Body = any;

export interface ApiPerson {
  organizationId: string;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Body>;
  /** Lets a browser be this person. */
  enter(context: BrowserContext): Promise<void>;
}

interface Account {
  name: string;
  email: string;
  password: string;
  invitation: string | undefined;
}

/** Somebody without an account yet; answers other than 2xx throw. */
function createPerson(url: string): ApiPerson {
  let cookie = '';
  const person: ApiPerson = {
    organizationId: '',
    async send(method, path, body, headers = {}) {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          ...(cookie && { cookie }),
          ...(person.organizationId && { 'promptvault-organization': person.organizationId }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const cookies = response.headers.getSetCookie();
      if (cookies.length > 0) cookie = cookies.map((one) => one.split(';')[0]).join('; ');
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
      return text ? JSON.parse(text) : undefined;
    },
    async enter(context) {
      const cookies = cookie.split('; ').map((one) => {
        const [name = '', ...value] = one.split('=');
        return { name, value: value.join('='), url, httpOnly: true };
      });
      await context.addCookies(cookies);
    },
  };
  return person;
}

async function settle(person: ApiPerson): Promise<ApiPerson> {
  const { items } = await person.send('GET', '/me/organizations');
  person.organizationId = items[0].organizationId;
  return person;
}

export async function openApi(url: string, { invitation, ...account }: Account): Promise<ApiPerson> {
  const person = createPerson(url);
  await person.send('POST', '/sign-up', { ...account, ...(invitation && { invitation }) });
  return settle(person);
}

export async function signInApi(
  url: string,
  credentials: Omit<Account, 'name' | 'invitation'>,
): Promise<ApiPerson> {
  const person = createPerson(url);
  await person.send('POST', '/sign-in', credentials);
  return settle(person);
}
