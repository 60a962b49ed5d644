/**
 * Append-only streams of small events (the text of a run as it comes), followed live and replayed by id.
 * Ids are 1, 2, 3, … in each stream. A stream keeps its newest events only; a reader who asks for dropped
 * ones is told of the gap and reads the database instead.
 */
export interface Streams {
  /** Adds events, making the stream if there is none. @returns their ids. @throws stream.closed */
  append(streamId: string, events: readonly StreamData[]): Promise<number[]>;
  /** What follows `after` (0 for the start), at most `limit` events. */
  read(streamId: string, after: number, limit: number): Promise<StreamPage>;
  /**
   * What follows `after`, then whatever comes, until the stream is closed or has expired or the signal is
   * aborted. A stream that is not there yet is waited for. A slow reader holds no memory: it gets a gap.
   */
  tail(streamId: string, after: number, signal: AbortSignal): AsyncIterable<StreamBatch>;
  /** Ends the stream: tails finish after its last event; it can be read until it expires. */
  close(streamId: string): Promise<void>;
  /** Ends every tail and gives back connections and timers. */
  shutDown(): Promise<void>;
}

/** A JSON value. It is shared between readers: treat it as frozen. */
export type StreamData = unknown;

export type StreamEvent = { id: number; data: StreamData };

export type StreamGap = { from: number; to: number };

export type StreamBatch = {
  events: StreamEvent[];
  /** Ids that were asked for and are no longer kept; they come before `events`. */
  gap: StreamGap | undefined;
};

export type StreamPage = StreamBatch & {
  /** `absent`: never made, or expired. */
  state: 'open' | 'closed' | 'absent';
  /** The newest id, 0 if there is none. */
  last: number;
};

export type StreamOptions = {
  /** Events kept in one stream. */
  keep: number;
  /** How long an open stream lives after its last event. */
  openMs: number;
  /** How long a closed stream can still be read. */
  closedMs: number;
};

export const streamDefaults: StreamOptions = { keep: 20_000, openMs: 60 * 60_000, closedMs: 5 * 60_000 };
