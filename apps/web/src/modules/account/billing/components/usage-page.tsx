import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { type Counter, limitablePeopleQuery, memberUsageQuery, usageQuery } from '../api/usage.ts';
import { u } from '../messages.ts';
import { LimitsSection } from './limits-section.tsx';
import { ResetDialog, type Resettable } from './reset-dialog.tsx';
import { UsageMeters } from './usage-meters.tsx';

/** What one used of what one may, what all used, and the limits. */
export function UsagePage() {
  const { data: usage, error, refetch, isFetching } = useQuery({ ...usageQuery, refetchInterval: 30_000 });
  const may = useMay();
  const [resetting, setResetting] = useState<Resettable>();
  useEffect(() => {
    document.title = `${u('title')} · PromptVault`;
  }, []);
  if (error && !usage)
    return (
      <ErrorState
        title={u('failed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  const of = (...scopes: Counter['scope'][]) =>
    usage?.items.filter(({ scope }) => scopes.includes(scope)) ?? [];
  const others = of('connection', 'model');
  const atOnce = (most: number) => <p className="mt-4 text-12 text-ink-3">{u('atOnce', { most })}</p>;
  return (
    <>
      <SettingsSection title={u('mine')} hint={u('mineHint')}>
        {usage ? (
          <>
            <UsageMeters counters={of('person')} />
            {atOnce(usage.runsAtOnce.person)}
          </>
        ) : (
          <SkeletonRows rows={4} />
        )}
      </SettingsSection>
      <SettingsSection
        title={u('organization')}
        hint={u('organizationHint')}
        actions={
          usage &&
          may('instance.operate') && (
            <Button onClick={() => setResetting({ name: u('theOrganization'), body: {} })}>
              {u('reset')}
            </Button>
          )
        }
      >
        {usage ? (
          <>
            <UsageMeters counters={of('organization')} />
            {atOnce(usage.runsAtOnce.organization)}
          </>
        ) : (
          <SkeletonRows rows={4} />
        )}
      </SettingsSection>
      {others.length > 0 && (
        <SettingsSection title={u('others')} hint={u('othersHint')}>
          <UsageMeters counters={others} named onReset={may('limit.manage') ? setResetting : undefined} />
        </SettingsSection>
      )}
      <LimitsSection />
      {may('limit.manage') && <MemberSection onReset={setResetting} />}
      {resetting && <ResetDialog what={resetting} onClose={() => setResetting(undefined)} />}
    </>
  );
}

/** For those who may limit others: why somebody is refused, and how to let them go on. */
function MemberSection({ onReset }: { onReset: (what: Resettable) => void }) {
  const [memberId, setMemberId] = useState('');
  const people = useQuery(limitablePeopleQuery);
  const chosen = people.data?.find(({ id }) => id === memberId);
  return (
    <SettingsSection
      title={u('members')}
      hint={u('membersHint')}
      actions={
        chosen && (
          <Button onClick={() => onReset({ name: chosen.person.name, body: { memberId: chosen.id } })}>
            {u('reset')}
          </Button>
        )
      }
    >
      {people.error && !people.data ? (
        <ErrorState
          title={u('membersFailed')}
          reason={people.error.message}
          onRetry={() => void people.refetch()}
          retrying={people.isFetching}
        />
      ) : !people.data ? (
        <SkeletonRows rows={1} />
      ) : (
        <Select
          className="mb-5 max-w-72"
          label={u('member')}
          placeholder={u('chooseMember')}
          value={memberId}
          onChange={(event) => setMemberId(event.target.value)}
          options={people.data.map(({ id, person }) => ({ value: id, label: person.name }))}
        />
      )}
      {chosen && <MemberUse key={chosen.id} memberId={chosen.id} />}
    </SettingsSection>
  );
}

function MemberUse({ memberId }: { memberId: string }) {
  const { data, error } = useQuery(memberUsageQuery(memberId));
  if (error && !data) return <ProblemMessage>{error.message}</ProblemMessage>;
  if (!data) return <SkeletonRows rows={4} />;
  return <UsageMeters counters={data.items.filter(({ scope }) => scope === 'person')} />;
}
