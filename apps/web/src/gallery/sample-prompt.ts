import type { Highlighter, HighlightSpan } from '../ui/editor/editor-types.ts';

/** Enough of the language to try the editor with; pages inject the real one. */
export const sampleHighlight: Highlighter = (text) =>
  [...text.matchAll(/\{\{([#^/>!])?[^}]*\}\}/g)].map((match): HighlightSpan => {
    const kinds: Record<string, HighlightSpan['kind']> = {
      '>': 'partial',
      '!': 'comment',
      '#': 'block',
      '^': 'block',
      '/': 'block',
    };
    return {
      from: match.index,
      to: match.index + match[0].length,
      kind: kinds[match[1] ?? ''] ?? 'variable',
    };
  });

export const sampleTexts: Record<string, string> = {
  system:
    '{{> tone/house-voice@production}}\nYou answer refund requests for {{company}}. Never promise a date.',
  instructions:
    'Reply to {{customer_name}} about order {{order_id}}.\n{{#late}}Open with an apology; it arrived late.{{/late}}\n\nQuote **at most one** clause of the policy and say\nwhat happens next, in under {{max_word}} words.',
  output: '- Plain text, three short paragraphs.\n- JSON footer: `refund.schema`',
};
