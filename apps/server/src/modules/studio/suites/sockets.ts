import { suiteRunTopic, suitesTopic } from '@promptvault/contract/studio/suites/events';
import type { SocketTopic } from '../../../foundation/module/define-module.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openSuiteRun } from './open.ts';
import { type FollowedSuites, followSuites } from './operations/tell-followers.ts';

const all: SocketTopic = {
  topic: suitesTopic,
  async open(ctx): Promise<FollowedSuites> {
    const { id } = await openOrganization(ctx, {}, 'suite.read');
    return { organizationId: id, suiteRunId: null };
  },
  follow: followSuites,
};

/** `suite-run:<id>` */
const one: SocketTopic = {
  topic: suiteRunTopic,
  async open(ctx, suiteRunId): Promise<FollowedSuites> {
    const { run } = await openSuiteRun(ctx, { suiteRunId }, 'suite.read');
    return { organizationId: ctx.organizationId, suiteRunId: run.id };
  },
  follow: followSuites,
};

export const sockets = [all, one];
