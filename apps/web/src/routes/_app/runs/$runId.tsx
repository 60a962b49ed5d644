import { createFileRoute } from '@tanstack/react-router';
import { RunPage } from '../../../modules/studio/runs/components/run-page.tsx';

export const Route = createFileRoute('/_app/runs/$runId')({
  component: function OneRun() {
    const { runId } = Route.useParams();
    return <RunPage key={runId} runId={runId} />;
  },
});
