import { BudgetBar } from '../ui/budget-bar.tsx';
import { CompareView } from '../ui/compare/compare-view.tsx';
import { JsonView } from '../ui/json-view.tsx';
import { MarkdownView } from '../ui/markdown-view.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import { sampleTexts } from './sample-prompt.ts';
import { Specimen } from './specimen.tsx';

const markdown = `# Refunds
Say **what happens next**, quote [the policy](https://example.com/policy) and never promise a date.

1. Look up the order.
2. Check \`order.late\`.

| Case | Clause |
| --- | ---: |
| Late | 4 |
| Broken | 7.2 |

> Within thirty days.

\`\`\`ts
export const refund = (order: Order) => order.total;
\`\`\`

![tracking](https://example.com/pixel.png)`;

const long = Array.from({ length: 12 }, (_, line) => `Line ${line + 1} of the house voice.`).join('\n');

export function TextsGallery() {
  const before = sampleTexts.instructions ?? '';
  return (
    <>
      <Specimen title="Compare">
        <div className="w-full rounded-lg border border-line bg-panel">
          <CompareView
            before="v12"
            after="v14"
            parts={[
              {
                id: 'a',
                label: 'Instructions',
                before,
                after: before.replace('at most one', 'exactly one').replace('max_word', 'max_words'),
              },
              { id: 'b', label: 'System', before: `${long}\nold end`, after: `${long}\nnew line\nnew end` },
            ]}
          />
        </div>
      </Specimen>
      <Specimen title="Markdown">
        <MarkdownView text={markdown} />
      </Specimen>
      <Specimen title="JSON">
        <JsonView
          label="Settings"
          value={{
            temperature: 0.2,
            stop: ['\n\n'],
            tools: [{ name: 'find_order', strict: true }],
            schema: null,
            empty: {},
          }}
        />
      </Specimen>
      <Specimen title="Pictures">
        <div className="grid w-full max-w-180 gap-3">
          <BudgetBar
            parts={[
              { id: 'a', label: 'System', tokens: 3000 },
              { id: 'b', label: 'Context', tokens: 26_500 },
            ]}
            limit={32_000}
          />
          <BudgetBar
            parts={[
              { id: 'a', label: 'System', tokens: 3000 },
              { id: 'b', label: 'Context', tokens: 36_500 },
            ]}
            limit={32_000}
            estimated
          />
          <div className="flex gap-4">
            <Sparkline label="Runs a day" values={[3, 5, 2, 8, 12, 7, 9, 14]} />
            <Sparkline label="Runs a day" values={[3, 5, 2, 8, 12, 7, 9, 14]} kind="bars" />
          </div>
        </div>
      </Specimen>
    </>
  );
}
