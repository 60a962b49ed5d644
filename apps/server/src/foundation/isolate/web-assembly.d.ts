/** The little of WebAssembly that is used here; Node has it, the types of Node do not. */
declare const WebAssembly: {
  Memory: new (pages: { initial: number; maximum: number }) => object;
  compile(bytes: Uint8Array): Promise<object>;
};
