/** Names the organization a request is about. */
export const organizationHeader = 'PromptVault-Organization';
