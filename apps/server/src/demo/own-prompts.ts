import type { DemoPrompt } from './demo-prompt.ts';

/** Prompts of a small software company, told so that every part of a prompt is seen somewhere. */
export const ownPrompts: DemoPrompt[] = [
  {
    title: 'House voice',
    path: 'tone/house-voice',
    description: 'How we sound. Other prompts include it, so that a change here reaches all of them.',
    tags: ['writing', 'tone'],
    sections: {
      instructions:
        'Write as {{company}}: calm, concrete, friendly. Short sentences. No exclamation marks, no promises we cannot keep.',
    },
    variables: [{ name: 'company', description: 'The name readers know', default: 'Northwind' }],
    revisions: [
      {
        instructions:
          'Write as {{company}}: calm, concrete, friendly. Short sentences, active verbs. No exclamation marks, no promises we cannot keep. Say what happens next.',
        message: 'Say what happens next',
      },
    ],
    tryWith: {},
  },
  {
    title: 'Support reply',
    path: 'support/reply',
    description: 'A first answer to a ticket, for a person to read before it is sent.',
    tags: ['support', 'writing'],
    sections: {
      system: 'You answer customers of a bookkeeping product. {{> tone/house-voice@production}}',
      instructions:
        'Answer this message from {{customer}}.\n\n{{message}}\n\n{{#urgent}}They cannot work at the moment: begin with the workaround.{{/urgent}}',
      output_format: 'At most {{sentences}} sentences, then one question if something is missing.',
    },
    variables: [
      { name: 'customer', description: 'First name' },
      { name: 'message', description: 'What they wrote' },
      { name: 'urgent', type: 'boolean', description: 'They are blocked', default: false },
      { name: 'sentences', type: 'number', description: 'Longest answer', default: 6 },
    ],
    examples: [
      {
        input: 'I was charged twice this month.',
        output:
          'I see both charges from Monday. The second one is being returned today and arrives within three days. You need not do anything.',
      },
    ],
    settings: { temperature: 0.4 },
    revisions: [
      {
        instructions:
          'Answer this message from {{customer}}.\n\n{{message}}\n\n{{#urgent}}They cannot work at the moment: begin with the workaround, then the cause.{{/urgent}}\n{{^urgent}}Begin with the answer.{{/urgent}}',
        message: 'The answer comes first',
      },
      {
        instructions:
          'Answer this message from {{customer}}. If two readings are possible, name both.\n\n{{message}}\n\n{{#urgent}}They cannot work at the moment: begin with the workaround, then the cause.{{/urgent}}\n{{^urgent}}Begin with the answer.{{/urgent}}',
        message: 'Name both readings when a message is unclear',
      },
    ],
    tryWith: {
      customer: 'Irena',
      message: 'Since this morning my invoices show the old address.',
      urgent: false,
      sentences: 5,
    },
  },
  {
    title: 'Release notes',
    path: 'product/release-notes',
    description: 'From merged changes to notes that people outside the team understand.',
    tags: ['product', 'writing'],
    sections: {
      system: 'You write release notes for people who use the product and never read code.',
      instructions:
        'Write the notes of version {{version}} from these changes. Leave out what nobody outside can see.\n\n{{#changes}}- {{.}}\n{{/changes}}',
      output_format: '## New\n## Better\n## Fixed\nOne line a change. Leave out a heading without lines.',
    },
    variables: [
      { name: 'version', description: 'As customers see it', default: '2.4' },
      { name: 'changes', type: 'list', description: 'Titles of merged changes' },
    ],
    revisions: [
      {
        instructions:
          'Write the notes of version {{version}} from these changes. Leave out what nobody outside can see, and begin with what most people will notice.\n\n{{#changes}}- {{.}}\n{{/changes}}',
        message: 'Begin with what people notice',
      },
    ],
    tryWith: {
      version: '2.4',
      changes: ['Search finds parts of words', 'Exports keep their time zone', 'Upgrade the linter'],
    },
  },
  {
    title: 'Review a change',
    path: 'engineering/review-change',
    description: 'Reads a diff with the files around it. Choose the files in the studio.',
    tags: ['code', 'review'],
    sections: {
      system:
        'You are a careful reviewer of {{language}}. You are paid for real defects, not for remarks on taste.',
      instructions:
        'Review the change below. For each defect give the line, what goes wrong and for whom, and the smallest fix.\n\n{{diff}}',
      context: 'Files around the change:',
      output_format: 'A list, the worst first. If nothing is wrong, say so in one sentence.',
    },
    variables: [
      {
        name: 'language',
        type: 'select',
        description: 'What the code is written in',
        options: ['TypeScript', 'Python', 'Go', 'Rust', 'SQL'],
        default: 'TypeScript',
      },
      { name: 'diff', description: 'The change, as git shows it' },
    ],
    settings: { temperature: 0 },
    tryWith: { language: 'TypeScript', diff: '- return total\n+ return total ?? 0' },
    unsaved:
      'Review the change below, tests included. For each defect give the line and the smallest fix.\n\n{{diff}}',
  },
  {
    title: 'Incident summary',
    path: 'engineering/incident-summary',
    description: 'A timeline and its causes, without blame.',
    tags: ['code', 'operations'],
    sections: {
      instructions:
        'Write a summary of the incident “{{title}}” from this log. Name systems, never people.\n\n{{log}}',
      output_format:
        'What happened · whom it touched · causes · what we change, each with an owner to be named.',
    },
    variables: [
      { name: 'title' },
      { name: 'log', type: 'file', description: 'The channel, exported as text' },
    ],
  },
  {
    title: 'Extract order lines',
    path: 'data/extract-order-lines',
    description: 'From a mail to rows our importer takes.',
    tags: ['data', 'extraction'],
    sections: {
      system: 'You copy facts out of text. What is not there stays null.',
      instructions: 'Extract every ordered article from this mail.\n\n{{mail}}',
      output_format: 'JSON: an array of { "article": string, "count": number, "unit": string | null }.',
    },
    variables: [{ name: 'mail' }],
    examples: [
      { input: 'Two boxes of A4 paper please', output: '[{"article":"A4 paper","count":2,"unit":"box"}]' },
      { input: 'Thanks, all arrived!', output: '[]' },
    ],
    settings: { temperature: 0, maxOutputTokens: 800 },
    tryWith: { mail: 'Hello, we need 40 metres of blue cable and one crimping tool by Friday.' },
  },
  {
    title: 'Interview questions',
    path: 'people/interview-questions',
    description: 'Questions about work that was really done.',
    tags: ['people'],
    sections: {
      instructions:
        'Write {{count}} questions for an interview with a candidate for {{position}}. Ask for things they did, not for opinions.',
      output_format: 'Each question with one sentence on what a good answer shows.',
    },
    variables: [
      { name: 'position', default: 'Support engineer' },
      { name: 'count', type: 'number', default: 5 },
    ],
    tryWith: { position: 'Support engineer', count: 4 },
  },
  {
    title: 'Explain to a customer',
    path: 'support/explain',
    description: 'One idea in plain words.',
    tags: ['support', 'teaching'],
    sections: {
      instructions:
        '{{> tone/house-voice@production}}\n\nExplain {{topic}} to {{audience}} in one paragraph with one example from their day.',
    },
    variables: [
      { name: 'topic', default: 'two-factor sign-in' },
      {
        name: 'audience',
        type: 'select',
        options: ['a shop owner', 'an accountant', 'a developer'],
        default: 'a shop owner',
      },
    ],
    tryWith: { topic: 'why exports are in UTC', audience: 'an accountant' },
  },
  {
    title: 'Weekly digest',
    path: 'product/weekly-digest',
    description: 'What the team should know on Monday.',
    tags: ['product', 'summary'],
    sections: {
      instructions:
        'From these notes write the digest of the week.\n\n{{#notes}}- {{team}}: {{text}}\n{{/notes}}{{^notes}}There were no notes: say so.{{/notes}}',
      output_format: 'Three decisions, three numbers, one thing to celebrate.',
    },
    variables: [{ name: 'notes', type: 'json', description: 'A list of { team, text }' }],
    tryWith: { notes: [{ team: 'Search', text: 'parts of words are found' }] },
  },
  {
    title: 'Commit message',
    path: 'engineering/commit-message',
    tags: ['code'],
    sections: {
      instructions:
        'Write the message of this commit: one sentence in the imperative under 72 characters, then why, if it is not obvious.\n\n{{diff}}',
    },
    variables: [{ name: 'diff' }],
    tryWith: { diff: '+ if (rows.length === 0) return empty;' },
  },
  {
    title: 'Translate, keep the markup',
    path: 'writing/translate',
    tags: ['writing', 'languages'],
    sections: {
      system: 'You translate interface texts. Placeholders such as %s and tags stay exactly as they are.',
      instructions: 'Translate into {{language}}:\n\n{{text}}',
    },
    variables: [
      {
        name: 'language',
        type: 'select',
        options: ['German', 'French', 'Hindi', 'Japanese', 'Spanish'],
        default: 'German',
      },
      { name: 'text' },
    ],
    tryWith: { language: 'French', text: 'Saved. <b>%s</b> files were read.' },
  },
  {
    title: 'Plan an experiment',
    path: 'product/plan-experiment',
    tags: ['product', 'data'],
    unpublished: true,
    sections: {
      instructions:
        'We believe that {{belief}}. Plan the smallest experiment that could prove us wrong within {{days}} days.',
      output_format: 'Measure, groups, size, how it ends, and what we do in each case.',
    },
    variables: [{ name: 'belief' }, { name: 'days', type: 'number', default: 14 }],
  },
  {
    title: 'Name things',
    path: 'writing/name-things',
    tags: ['writing'],
    unpublished: true,
    sections: {
      instructions: 'Give ten names for {{thing}}. Say of each what it promises and where it could mislead.',
    },
    variables: [{ name: 'thing', default: 'a filter that hides finished work' }],
  },
  {
    title: 'Meeting to decisions',
    path: 'product/meeting-decisions',
    tags: ['summary'],
    sections: {
      instructions:
        'From this transcript take the decisions, who carries them, and until when.\n\n{{transcript}}',
      output_format: 'A table: decision · who · until. Below it, questions left open.',
    },
    variables: [{ name: 'transcript', type: 'file' }],
  },
];
