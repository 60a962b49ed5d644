/** Where anyone reads a public prompt, whole, to be given away. */
export const publicAddress = (promptId: string): string => `${location.origin}/p/${promptId}`;
