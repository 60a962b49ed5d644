import type { Experiment } from '../api/experiments.ts';

/** The two calls a program makes, with the ids filled in. */
export function exampleCall({ id, promptId, label, primary, rules }: Experiment): string {
  const attribute = rules[0];
  const attributes = attribute
    ? ` \\\n  --data-urlencode 'attributes=${JSON.stringify({ [attribute.attribute]: attribute.values[0] })}'`
    : '';
  return `curl -s -b cookies.txt -G ${location.origin}/api/v1/prompts/${promptId}/file \\
  -d format=json -d label=${label} -d subject=customer-42${attributes}

curl -s -b cookies.txt -H 'Content-Type: application/json' \\
  -d '{ "outcomes": [{ "key": "order-1001", "subject": "customer-42", "metric": "${primary.metric}", "value": 1 }] }' \\
  ${location.origin}/api/v1/experiments/${id}/outcomes`;
}
