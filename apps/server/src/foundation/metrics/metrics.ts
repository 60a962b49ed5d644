/** Numbers for whoever watches the instance: counts and durations by kind, never by person or content. */
export interface Metrics {
  observeRequest(request: RequestObservation): void;
  /** A number that only grows. Its labels have few values each. */
  counter(name: string, help: string, labels?: readonly string[]): Counter;
  /** A number read when somebody looks, such as the length of a queue. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
  /** Durations in seconds. */
  histogram(name: string, help: string, labels?: readonly string[]): Histogram;
  /** All of it in the Prometheus text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

export type RequestObservation = {
  method: string;
  /** The pattern of the route, never the path: paths hold ids and are without number. */
  route: string;
  status: number;
  seconds: number;
};

export type Labels = Readonly<Record<string, string>>;

export type Counter = { add(amount?: number, labels?: Labels): void };

export type Histogram = { observe(seconds: number, labels?: Labels): void };
