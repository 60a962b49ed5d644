/** What crosses between the server and the database thread. */
export interface OpenOptions {
  /** null keeps everything in memory (tests). */
  dataDirectory: string | null;
  /** A data directory dumped earlier, to start from. */
  template: Uint8Array | null;
}

export interface Statement {
  text: string;
  /** null: a script of several statements without parameters. */
  params: (string | null)[] | null;
  /** Whether it need not be planned each time. */
  keepsPlan: boolean;
}

export interface BatchRequest {
  id: number;
  statements: Statement[];
}

export interface ControlRequest {
  id: number;
  control: 'dump' | 'fsyncs' | 'keep-plans' | 'close';
}

export interface WireResult {
  rows: (string | null)[][];
  fields: { name: string; dataTypeID: number }[];
  rowCount: number;
  command: string;
}

export interface DatabaseFault {
  message: string;
  code: string | undefined;
  detail: string | undefined;
  constraint: string | undefined;
  schema: string | undefined;
  table: string | undefined;
  column: string | undefined;
  severity: string | undefined;
  where: string | undefined;
  hint: string | undefined;
  position: string | undefined;
}

export interface BatchReply {
  id: number;
  results: WireResult[];
  fault?: DatabaseFault;
  value?: unknown;
}
