import { Transform, type TransformCallback } from 'node:stream';
import { createInflate, createInflateRaw, type Inflate, type InflateRaw, type ZlibOptions } from 'node:zlib';

/** Bodies “packed by deflate” come with the header of zlib, as the standard says, or without, as many servers have it. */
export class InflateEither extends Transform {
  readonly #options: ZlibOptions;
  #inner: Inflate | InflateRaw | undefined;

  constructor(options: ZlibOptions) {
    super();
    this.#options = options;
  }

  override _transform(chunk: Buffer, encoding: BufferEncoding, done: TransformCallback): void {
    this.#inner ??= this.#open(chunk);
    this.#inner.write(chunk, encoding, done);
  }

  /** Whoever reads says how fast it goes: a piece of a few thousand bytes may hold many millions. */
  override _read(size: number): void {
    this.#inner?.resume();
    super._read(size);
  }

  /** The end of the inner one ends this one. */
  override _final(done: TransformCallback): void {
    if (this.#inner) this.#inner.end();
    else this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#inner?.destroy();
    done(error);
  }

  #open([first = 0]: Buffer): Inflate | InflateRaw {
    const hasHeader = (first & 0x0f) === 8;
    const inner = hasHeader ? createInflate(this.#options) : createInflateRaw(this.#options);
    inner.on('data', (piece: Buffer) => {
      if (!this.push(piece)) inner.pause();
    });
    inner.once('end', () => this.push(null));
    inner.once('error', (error) => this.destroy(error));
    return inner;
  }
}
