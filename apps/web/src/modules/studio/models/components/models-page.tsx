import { useQuery } from '@tanstack/react-query';
import { Plug, Plus, Radar } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { connectionsQuery, modelsQuery } from '../api/models.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { ChainsSection } from './chains-section.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionRow } from './connection-row.tsx';
import { DiscoverDialog } from './discover-dialog.tsx';

type ModelsPageProps = {
  /** Whether the dialog for a new connection is open, and whose models are shown; kept in the address. */
  adding: boolean;
  shown: string | undefined;
  onChange: (change: { add?: boolean; show?: string }) => void;
};

export function ModelsPage({ adding, shown, onChange }: ModelsPageProps) {
  const may = useMay();
  const mayShare = may('model.manage');
  const mayConnect = mayShare || may('model.use');
  const { data: connections } = useQuery(connectionsQuery);
  const [editing, setEditing] = useState<string>();
  const [looking, setLooking] = useState(false);
  const [found, setFound] = useState<{ name: string; baseUrl: string }>();
  const edited = connections?.find(({ id }) => id === editing);
  useEffect(() => {
    document.title = `${frameText('title')} · PromptVault`;
  }, []);
  return (
    <>
      <SettingsSection
        title={t('heading')}
        hint={mayShare ? t('intro') : t(mayConnect ? 'ownOnly' : 'readOnly')}
        actions={
          mayConnect &&
          connections && (
            <div className="flex flex-wrap gap-2">
              <Button icon={<Radar />} onClick={() => setLooking(true)}>
                {t('findServers')}
              </Button>
              {connections.length > 0 && (
                <Button kind="primary" icon={<Plus />} onClick={() => onChange({ add: true, show: shown })}>
                  {t('addConnection')}
                </Button>
              )}
            </div>
          )
        }
      >
        <Connections
          mayShare={mayShare}
          mayConnect={mayConnect}
          shown={shown}
          onShow={(show) => onChange({ show })}
          onAdd={() => onChange({ add: true })}
          onEdit={setEditing}
        />
        {adding && mayConnect && (
          <ConnectionDialog mayShare={mayShare} onClose={() => onChange({ show: shown })} />
        )}
        {edited && (
          <ConnectionDialog connection={edited} mayShare={mayShare} onClose={() => setEditing(undefined)} />
        )}
        {looking && (
          <DiscoverDialog
            onClose={() => setLooking(false)}
            onConnect={(server) => {
              setLooking(false);
              setFound(server);
            }}
          />
        )}
        {found && <ConnectionDialog found={found} mayShare={mayShare} onClose={() => setFound(undefined)} />}
      </SettingsSection>
      <ChainsSection mayManage={mayShare} />
    </>
  );
}

type ConnectionsProps = {
  mayShare: boolean;
  mayConnect: boolean;
  shown: string | undefined;
  onShow: (connectionId: string | undefined) => void;
  onAdd: () => void;
  onEdit: (connectionId: string) => void;
};

function Connections({ mayShare, mayConnect, shown, onShow, onAdd, onEdit }: ConnectionsProps) {
  const { data, error, refetch, isFetching } = useQuery(connectionsQuery);
  const { data: models = [] } = useQuery(modelsQuery);
  if (error && !data)
    return (
      <ErrorState
        title={t('connectionsFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!data) return <SkeletonRows rows={3} />;
  if (data.length === 0)
    return (
      <EmptyState
        className="rounded-lg border border-dashed border-edge py-12"
        icon={<Plug />}
        title={t('noConnections')}
        hint={t('noConnectionsHint')}
        action={
          mayConnect && (
            <Button kind="primary" icon={<Plus />} onClick={onAdd}>
              {t('addConnection')}
            </Button>
          )
        }
      />
    );
  return (
    <ul className="overflow-hidden rounded-lg border border-line bg-panel">
      {data.map((connection) => (
        <ConnectionRow
          key={connection.id}
          connection={connection}
          modelCount={models.filter(({ connectionId }) => connectionId === connection.id).length}
          mayManage={mayShare || connection.personal}
          open={shown === connection.id}
          onOpen={(open) => onShow(open ? connection.id : undefined)}
          onEdit={() => onEdit(connection.id)}
        />
      ))}
    </ul>
  );
}
