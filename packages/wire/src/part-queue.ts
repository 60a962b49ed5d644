/** What a call says, from more than one side, for one who takes it in the order in which it came. */
export interface PartQueue<T> {
  put(part: T): void;
  /** Everything of the stream; its end is the end of the queue, its failure is thrown to the one who takes. */
  fill(stream: Promise<ReadableStream<T>>): void;
  /** The next part; undefined at the end. @throws what the stream threw, after what came before it */
  take(): Promise<T | undefined>;
  /** Nothing more will be taken: closes the stream. */
  leave(): void;
}

export function createPartQueue<T>(): PartQueue<T> {
  let waiting: T[] = [];
  let next = 0;
  let isOver = false;
  let failure: { thrown: unknown } | undefined;
  let reader: ReadableStreamDefaultReader<T> | undefined;
  let wake = () => {};

  const end = (thrown?: { thrown: unknown }) => {
    isOver = true;
    failure = thrown;
    wake();
  };

  return {
    put(part) {
      if (isOver) return;
      waiting.push(part);
      wake();
    },
    fill(stream) {
      const pump = async () => {
        const mine = (await stream).getReader();
        reader = mine;
        if (isOver) return mine.cancel();
        for (;;) {
          const { done, value } = await mine.read();
          if (done) return end();
          waiting.push(value);
          wake();
        }
      };
      pump().catch((thrown: unknown) => end({ thrown }));
    },
    async take() {
      while (next >= waiting.length && !isOver)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const part = waiting[next];
      if (next < waiting.length) {
        next += 1;
        if (next === waiting.length) {
          waiting = [];
          next = 0;
        }
        return part;
      }
      if (failure) throw failure.thrown;
      return undefined;
    },
    leave() {
      waiting = [];
      next = 0;
      end();
      reader?.cancel().catch(() => undefined);
    },
  };
}
