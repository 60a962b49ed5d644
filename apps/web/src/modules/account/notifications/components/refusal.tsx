/** Why a change was not kept. */
export function Refusal({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <p role="alert" className="mt-1 text-12 text-bad">
      {error.message}
    </p>
  );
}
