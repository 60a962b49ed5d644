/** What the environment says; the only place that reads it. Empty is as good as absent. */
export interface CliEnvironment {
  url: string | undefined;
  token: string | undefined;
  organization: string | undefined;
  email: string | undefined;
  password: string | undefined;
  plain: boolean;
}

export function readEnvironment(): CliEnvironment {
  const { PROMPTVAULT_URL, PROMPTVAULT_TOKEN, PROMPTVAULT_ORGANIZATION } = process.env;
  const { PROMPTVAULT_EMAIL, PROMPTVAULT_PASSWORD, NO_COLOR } = process.env;
  return {
    url: PROMPTVAULT_URL || undefined,
    token: PROMPTVAULT_TOKEN || undefined,
    organization: PROMPTVAULT_ORGANIZATION || undefined,
    email: PROMPTVAULT_EMAIL || undefined,
    password: PROMPTVAULT_PASSWORD || undefined,
    plain: NO_COLOR !== undefined && NO_COLOR !== '',
  };
}
