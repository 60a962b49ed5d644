import { type FormEvent, useEffect, useState } from 'react';
import { StatusDot } from '../../../../ui/badge.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { type DiscoveredServer, useDiscoverServers } from '../api/discover-servers.ts';
import { t } from '../messages.ts';

type Found = { name: string; baseUrl: string };
type DiscoverDialogProps = { onClose: () => void; onConnect: (found: Found) => void };

const machine = /^([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])$/;

/** Looks for servers of local models on a machine, at once on this one, and offers what answers. */
export function DiscoverDialog({ onClose, onConnect }: DiscoverDialogProps) {
  const [host, setHost] = useState('localhost');
  const [wrong, setWrong] = useState(false);
  const discover = useDiscoverServers();
  const look = discover.mutate;
  useEffect(() => look('localhost'), [look]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const name = host.trim();
    setWrong(!machine.test(name));
    if (machine.test(name)) look(name);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('findTitle')}
      description={t('findText')}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <form
        onSubmit={onSubmit}
        noValidate
        className="mb-4 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2"
      >
        <TextField
          label={t('findHost')}
          hint={t('findHostHint')}
          error={wrong ? t('findHostInvalid') : undefined}
          mono
          autoComplete="off"
          spellCheck={false}
          value={host}
          onChange={(event) => setHost(event.target.value)}
        />
        <Button type="submit" className="mt-6" busy={discover.isPending}>
          {t('find')}
        </Button>
      </form>
      <div aria-live="polite">
        {discover.isPending && <SkeletonRows rows={4} />}
        {discover.error && <ProblemMessage>{discover.error.message}</ProblemMessage>}
        {discover.data && !discover.isPending && (
          <ul className="overflow-hidden rounded-lg border border-line">
            {discover.data.map((server) => (
              <ServerRow key={server.server} server={server} onConnect={() => onConnect(server)} />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

function ServerRow({ server, onConnect }: { server: DiscoveredServer; onConnect: () => void }) {
  const { name, baseUrl, ok, message, models, modelCount, connectionId } = server;
  const names = models.join(', ') + (modelCount > models.length ? ', …' : '');
  return (
    <li className="flex items-start gap-3 border-b border-line px-4 py-2.5 last:border-0">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2">
          <StatusDot tone={ok ? 'ok' : 'off'} />
          <span className="font-medium">{name}</span>
          <span className="truncate font-mono text-12 text-ink-3">{baseUrl}</span>
        </div>
        <p className="mt-0.5 text-12 text-ink-2">
          {!ok ? message : modelCount === 0 ? t('foundNone') : t('foundModels', { count: modelCount, names })}
        </p>
      </div>
      {connectionId ? (
        <span className="pt-1 text-12 text-ink-3">{t('connected')}</span>
      ) : (
        ok && (
          <Button size="small" onClick={onConnect} aria-label={t('connectNamed', { name })}>
            {t('connect')}
          </Button>
        )
      )}
    </li>
  );
}
