import { draftTopic } from '@promptvault/contract/vault/prompts/draft-frames';
import {
  effectivenessTopic,
  labelRequestsTopic,
  promptEffectivenessTopic,
  promptPeopleTopic,
  promptReadingTopic,
} from '@promptvault/contract/vault/prompts/events';
import { actorName, personOf } from '../../../foundation/context/actor.ts';
import { AuthError, ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import type { FollowedTopic, SpokenTopic } from '../../../foundation/module/define-module.ts';
import { namePeople, openOrganization } from '../../account/organizations/index.ts';
import { openBranch, openPrompt } from './open.ts';
import type { DraftPlace } from './operations/draft-log.ts';
import type { RoomEditor } from './operations/draft-people.ts';
import { draftRoomsOf } from './operations/draft-rooms.ts';
import { followLabelRequests } from './operations/follow-label-requests.ts';
import { type FollowedPeople, followPeople, followPrompt } from './operations/follow-people.ts';
import { type FollowedEffectiveness, followEffectiveness } from './operations/tell-effectiveness.ts';
import { findBranch } from './repository/branches.ts';

interface OpenedDraft {
  place: DraftPlace;
  editor: Pick<RoomEditor, 'person' | 'actor'>;
}

/** `draft:<promptId>/<branch>`: for those who may write. */
const draft: SpokenTopic = {
  topic: draftTopic,
  async open(ctx, subject): Promise<OpenedDraft> {
    const slash = subject.indexOf('/');
    const [promptId, name] = [subject.slice(0, Math.max(0, slash)), subject.slice(slash + 1)];
    const prompt = await openBranch(ctx, { promptId, branch: name }, 'prompt.write');
    const branch = await findBranch(ctx, prompt.id, name);
    if (!branch) throw ResourceError.not_found();
    const userId = personOf(ctx.actor);
    const person = userId && (await namePeople(ctx, [userId])).get(userId);
    if (!person) throw AuthError.forbidden();
    return {
      place: { organizationId: ctx.organizationId, promptId: prompt.id, branchId: branch.id },
      editor: { person, actor: actorName(ctx.actor) },
    };
  },
  async join(ports, { place, editor }: OpenedDraft, { signal, send, recheck }) {
    const connection = ports.newId();
    return draftRoomsOf(ports).enter(place, { ...editor, connection, send, recheck }, signal);
  },
};

/** Who is in which prompt, for lists. */
const people: FollowedTopic = {
  topic: promptPeopleTopic,
  async open(ctx): Promise<FollowedPeople> {
    const organization = await openOrganization(ctx, {}, 'prompt.read');
    const userId = personOf(ctx.actor);
    if (!userId) throw AuthError.forbidden();
    return { organizationId: organization.id, userId };
  },
  follow: followPeople,
};

const labelRequests: FollowedTopic = {
  topic: labelRequestsTopic,
  async open(ctx) {
    const { id } = await openOrganization(ctx, {}, 'prompt.read');
    return { organizationId: id };
  },
  follow: followLabelRequests,
};

/** `prompt-reading:<promptId>`: for those who may read it; says that they look at it. */
const reading: FollowedTopic = {
  topic: promptReadingTopic,
  async open(ctx, promptId): Promise<FollowedPeople & { promptId: string }> {
    const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
    const userId = personOf(ctx.actor);
    if (!userId) throw AuthError.forbidden();
    return { organizationId: ctx.organizationId, userId, promptId: prompt.id };
  },
  follow: followPrompt,
};

/** For lists. */
const effectiveness: FollowedTopic = {
  topic: effectivenessTopic,
  async open(ctx): Promise<FollowedEffectiveness> {
    const { id } = await openOrganization(ctx, {}, 'prompt.read');
    return { organizationId: id, promptId: null };
  },
  follow: followEffectiveness,
};

/** `prompt-effectiveness:<promptId>`: for those who may read it. */
const promptEffectiveness: FollowedTopic = {
  topic: promptEffectivenessTopic,
  async open(ctx, promptId): Promise<FollowedEffectiveness> {
    const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
    return { organizationId: ctx.organizationId, promptId: prompt.id };
  },
  follow: followEffectiveness,
};

export const sockets = [draft, people, labelRequests, reading, effectiveness, promptEffectiveness];
