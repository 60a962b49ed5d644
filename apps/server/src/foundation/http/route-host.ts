/** What the HTTP layer, the live connection and work without a request run on; assembly makes it once. */
import type { Ports } from '../context/ctx.ts';
import type { Database, Tx } from '../db/database.ts';
import type { Log } from '../log/log.ts';
import type { ListenerDeclaration } from '../module/define-module.ts';
import type { Capabilities, Credential } from './capabilities.ts';
import type { OpenedTopics } from './opened-topics.ts';
import type { RequestLimits } from './request-limits.ts';

export interface RouteHost {
  db: Database;
  ports: Ports;
  log: Log;
  capabilities: Capabilities;
  limits: RequestLimits;
  openedTopics: OpenedTopics;
  listeners: readonly ListenerDeclaration[];
  trustedOrigins: readonly string[];
  authenticate(request: Request): Promise<Credential | undefined>;
  sendJob(
    tx: Tx,
    kind: string,
    data: object,
    options?: { startAfter?: Date; singletonKey?: string },
  ): Promise<void>;
}
