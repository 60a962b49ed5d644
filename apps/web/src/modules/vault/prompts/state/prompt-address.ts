/** Where a prompt is opened; the page itself is a later module's. */
export const promptAddress = (id: string): string => `/prompts/${id}`;
