/**
 * Versions from before it was noted what they refer to are missing from the impact of prompts. The start asks for
 * them once for each organization that has any; each batch is a transaction, so that work that is cut off goes on
 * where it was.
 */
import { emptyDocument } from '@promptvault/document';
import type { JobWork, Services } from '../../../../foundation/module/define-module.ts';
import {
  markReferencesRecorded,
  organizationsWithUnrecordedReferences,
  takeUnrecordedVersions,
} from '../repository/unrecorded-references.ts';
import { recordVersionReferences } from './record-references.ts';

export const recordReferencesJob = 'prompt.record_references';
const batch = 100;

/** Sends a job for each organization with such versions; one that waits already is not sent again. */
export async function askForMissingReferences({ db, ports }: Pick<Services, 'db' | 'ports'>): Promise<void> {
  const nowhere = { organizationId: null, userId: null };
  const organizations = await db.tenant(nowhere, organizationsWithUnrecordedReferences);
  for (const organizationId of organizations)
    await ports.within({ organizationId, job: recordReferencesJob, onBehalfOf: null }, (ctx) =>
      ctx.jobs.send(recordReferencesJob, { organizationId }, { singletonKey: organizationId }),
    );
}

/** Records them, and stops between two batches when the process ends. */
export async function recordMissingReferences(
  { ports, signal }: Pick<JobWork, 'ports' | 'signal'>,
  { organizationId }: { organizationId: string },
  size = batch,
): Promise<void> {
  for (let done = size; done === size && !signal.aborted; )
    done = await ports.within({ organizationId, job: recordReferencesJob, onBehalfOf: null }, async (ctx) => {
      const versions = await takeUnrecordedVersions(ctx, size);
      await recordVersionReferences(
        ctx,
        // A text of that time may lack fields that came later.
        versions.map((version) => ({ ...version, document: { ...emptyDocument(), ...version.document } })),
      );
      await markReferencesRecorded(
        ctx,
        versions.map(({ versionId }) => versionId),
      );
      return versions.length;
    });
}
