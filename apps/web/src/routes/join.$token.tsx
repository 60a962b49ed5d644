import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/join/$token')({
  component: RouteComponent,
});

function RouteComponent() {
  return <div>Hello "/join/$token"!</div>;
}
