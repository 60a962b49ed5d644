/**
 * What scripts of ours may reach. A page reaches this server alone. The script that calls models for private runs is a
 * worker with a policy of its own: it reaches the one address its own address names, so that a script which gets into
 * a page cannot send anything elsewhere by itself.
 */

/** `pageScripts` are the hashes of the scripts that stand within the page. */
export const contentSecurityPolicy = (pageScripts: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...pageScripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Named by the web app after its file, src/modules/studio/runs/workers/private-caller.ts. */
export const isPrivateCaller = (path: string): boolean => /^\/assets\/private-caller-[\w-]+\.js$/.test(path);

/** An origin as a policy takes it: no path, no wildcard, no list, and no address that a policy cannot name. */
const origin = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;

/** @param to the origin to be called, as the worker's address has it; anything else may call nobody */
export const privateCallerPolicy = (to: string | undefined): string => {
  const isOrigin = to !== undefined && origin.test(to) && URL.canParse(to) && new URL(to).origin === to;
  return ["default-src 'none'", "script-src 'self'", `connect-src ${isOrigin ? to : "'none'"}`].join('; ');
};
