/**
 * How far the reasons can be trusted that a server names for the end of its answer, over chat completions and Anthropic's
 * messages, where a last event should follow them.
 */
export type NamedEnd = {
  /** Words or a call of a tool have come. */
  words(): void;
  /** An event names this reason, maybe beside words. */
  named(reason: unknown, besideWords: boolean): void;
  /** The server has said that nothing follows. */
  done(): void;
  /** Words came after a reason was named, and the server never said that nothing follows: a cut would look the same. */
  tellsNothing(): boolean;
  /** A reason was named, no words came after it, and the server has not said that nothing follows. */
  lacksLast(): boolean;
  /** After how long a silence the answer is over, though the connection stays open; undefined while it is not. */
  quietMs(): number | undefined;
};

/** What some servers send with each event of an answer that goes on. */
const noReasons = new Set(['', 'null', 'FINISH_REASON_UNSPECIFIED']);

export const isReason = (raw: unknown): raw is string => typeof raw === 'string' && !noReasons.has(raw);

/** What still comes after the last event, such as a count of tokens, comes soon. */
const quietAfterEndMs = 5_000;
/** Servers that name a reason with each word do it beside words; of theirs more may come. */
const quietAfterWordsMs = 30_000;

export function createNamedEnd(): NamedEnd {
  let name: 'none' | 'alone' | 'beside-words' = 'none';
  let isVoid = false;
  let isDone = false;
  return {
    words() {
      isVoid ||= name !== 'none';
    },
    named(reason, besideWords) {
      if (isReason(reason)) name = besideWords ? 'beside-words' : 'alone';
    },
    done() {
      isDone = true;
    },
    tellsNothing: () => isVoid && !isDone,
    lacksLast: () => name !== 'none' && !isVoid && !isDone,
    quietMs() {
      if (isVoid || name === 'none') return undefined;
      return name === 'alone' ? quietAfterEndMs : quietAfterWordsMs;
    },
  };
}
