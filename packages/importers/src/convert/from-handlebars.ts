import type { MessageRole } from '@promptvault/document';
import {
  type Block,
  branchBlock,
  closeAll,
  closeBlock,
  conditionTag,
  type Names,
  openBlock,
} from './blocks.ts';
import { type Draft, nameOf, type Place, quote, readPath } from './draft.ts';
import { toReference } from './from-jinja.ts';

type State = { draft: Draft; blocks: Block[]; names: Names };

const TAG = /\\?\{\{\{?~?(?:!--[\s\S]*?--|![\s\S]*?|[^{}]*?)~?\}?\}\}/g;

/**
 * A subset of Handlebars with the helpers of dotprompt: `if`, `unless`, `each`, `with`, `else`, partials, comments,
 * `role`, `history`, `media`, `json`, `section`. Other helpers, and names such as `@index`, are told and left out.
 */
export function fromHandlebars(source: string, draft: Draft): void {
  const blocks: Block[] = [];
  const lists = new Set(
    [...source.matchAll(/\{\{~?#each\s+([\w.]{1,200})/g)].map((match) =>
      (match[1] ?? '').replace(/^this\./, ''),
    ),
  );
  const toName = (path: string) => readName(path, blocks);
  const state: State = { draft, blocks, names: { lists, toName } };
  let done = 0;
  let cutNext = false;
  for (const match of source.matchAll(TAG)) {
    const [whole] = match;
    const place = { from: match.index, to: match.index + whole.length };
    const before = source.slice(done, place.from);
    const content = whole.replace(/^\\?\{\{\{?/, '').replace(/\}?\}\}$/, '');
    if (whole.startsWith('\\')) {
      draft.text(`${before}${whole.slice(1)}`);
      done = place.to;
      continue;
    }
    const cut = cutNext ? before.trimStart() : before;
    draft.text(content.startsWith('~') ? cut.trimEnd() : cut);
    cutNext = content.endsWith('~');
    done = place.to;
    writeTag(state, content.replace(/^~/, '').replace(/~$/, '').trim(), whole, place);
  }
  const rest = source.slice(done);
  if (rest.includes('{{')) {
    const from = done + rest.indexOf('{{');
    draft.report('warning', 'left_as_text', 'This tag is never closed and stays as it is.', {
      from,
      to: from + 2,
    });
  }
  draft.text(cutNext ? rest.trimStart() : rest);
  closeAll(draft, blocks);
}

/** `this`, `../x`, `@root.x`, and the alias of a loop. */
function readName(path: string, blocks: readonly Block[]): { name: string; isOwn: boolean } | undefined {
  if (path === 'this') return { name: '.', isOwn: false };
  const [first, ...rest] = path.split('.');
  if (first === 'this') return { name: rest.join('.'), isOwn: false };
  for (const block of blocks.toReversed()) {
    if (block.item && block.item === first)
      return { name: rest.length === 0 ? '.' : rest.join('.'), isOwn: false };
  }
  const inside = blocks.some(({ item, kind }) => item !== undefined || kind === 'with');
  return { name: path, isOwn: !inside };
}

const cleanPath = (text: string) =>
  text
    .replace(/^(?:\.\.\/)+/, '')
    .replace(/^@root\./, '')
    .replaceAll('/', '.');

function writeTag(state: State, content: string, whole: string, place: Place): void {
  const { draft, blocks } = state;
  const sign = content[0] ?? '';
  const block = blocks.at(-1);
  if (sign === '!') return;
  if (content === '') {
    draft.text(whole);
    return;
  }
  if (/^#>/.test(content)) openFallback(state, content.slice(2).trim(), place);
  else if (sign === '#') openHelper(state, content.slice(1).trim(), place);
  else if (sign === '^' && content.length > 1) openHelper(state, `unless ${content.slice(1)}`, place);
  else if (sign === '/') {
    const name = content.slice(1).trim();
    if (block && name === block.kind) endBlock(state, block);
    else if (name === 'section') leaveOut(draft, content, place);
    else draft.report('error', 'stray_close', `{{${quote(content)}}} closes nothing here.`, place);
  } else if (sign === '>') includePartial(state, content.slice(1).trim(), place);
  else if (content === 'else' || content === '^') {
    if (block) branchBlock(draft, block);
  } else if (/^else\s+if\s/.test(content)) {
    const condition = conditionTag(
      draft,
      cleanPath(content.replace(/^else\s+if\s+/, '')),
      state.names,
      place,
    );
    if (block) branchBlock(draft, block, condition);
  } else writeValue(state, content.replace(/^&/, '').trim(), place);
}

function openHelper(state: State, content: string, place: Place): void {
  const { draft, blocks, names } = state;
  const [helper = '', ...words] = content.split(/\s+/);
  const rest = words.join(' ');
  switch (helper) {
    case 'if':
    case 'unless': {
      const tag = conditionTag(draft, cleanPath(rest), names, place);
      const current = helper === 'if' ? tag : `${tag.startsWith('#') ? '^' : '#'}${tag.slice(1)}`;
      openBlock(draft, blocks, { kind: helper, current, place });
      return;
    }
    case 'each':
    case 'with': {
      const [, given = rest, alias = null] = /^(.*?)\s+as\s+\|\s*(\w+)[^|]*\|$/.exec(rest) ?? [];
      const path = readPath(cleanPath(given));
      const found = (path === undefined ? undefined : names.toName(path)) ?? {
        name: nameOf(given),
        isOwn: true,
      };
      if (found.isOwn) draft.use(found.name, helper === 'each' ? 'list' : 'json');
      const item = helper === 'each' ? alias : undefined;
      openBlock(draft, blocks, {
        kind: helper,
        current: `#${found.name}`,
        ...(item === undefined ? {} : { item }),
        place,
      });
      return;
    }
    case 'role':
      startRole(draft, rest, place);
      openBlock(draft, blocks, { kind: helper, current: null, place });
      return;
    default: {
      const path = rest === '' ? readPath(helper) : undefined;
      if (path !== undefined) {
        openBlock(draft, blocks, { kind: helper, current: conditionTag(draft, path, names, place), place });
        return;
      }
      const current = conditionTag(draft, `${helper} ${rest}`, names, place);
      openBlock(draft, blocks, { kind: helper, current, place });
    }
  }
}

const ROLES: Record<string, MessageRole> = {
  system: 'system',
  user: 'user',
  model: 'assistant',
  assistant: 'assistant',
};

function startRole(draft: Draft, rest: string, place: Place): void {
  const name = rest.replaceAll(/["']/g, '').trim();
  const role = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
  if (role === undefined)
    draft.report(
      'warning',
      'role_unknown',
      `The role "${quote(name)}" is unknown here; "user" is taken.`,
      place,
    );
  draft.startRole(role ?? 'user');
}

/** `{{#> name}}…{{/name}}`: what stands between is only for a partial that is missing. */
function openFallback(state: State, content: string, place: Place): void {
  const { draft, blocks } = state;
  includePartial(state, content, place);
  const kind = content.split(/\s+/)[0] ?? '';
  const mark = draft.sections.at(-1)?.pieces.length ?? 0;
  openBlock(draft, blocks, { kind, current: null, mark, place });
}

function endBlock({ draft, blocks }: State, { mark, kind, place }: Block): void {
  closeBlock(draft, blocks);
  const pieces = draft.sections.at(-1)?.pieces;
  if (mark === undefined || !pieces || pieces.length <= mark) return;
  pieces.length = mark;
  const message = `What stands in place of "${kind}" where it is missing is left out.`;
  draft.report('warning', 'left_out', message, place);
}

function leaveOut(draft: Draft, content: string, place: Place): void {
  draft.report('warning', 'left_out', `{{${quote(content)}}} has no counterpart and is left out.`, place);
}

function includePartial({ draft }: State, content: string, place: Place): void {
  const [name = '', ...words] = content.split(/\s+/);
  const reference = toReference(name.replaceAll(/["']/g, ''));
  if (reference === undefined) {
    draft.report('warning', 'left_out', `{{> ${quote(content)}}} has no counterpart and is left out.`, place);
    return;
  }
  draft.tag(`> ${reference}`);
  if (words.length > 0) {
    const message = `"${quote(words.join(' '))}" is not handed to "${reference}": a prompt that is taken in reads the same values.`;
    draft.report('warning', 'arguments_dropped', message, place);
  }
}

function writeValue(state: State, content: string, place: Place): void {
  const { draft, names } = state;
  const [helper = '', ...words] = content.split(/\s+/);
  if (helper === 'role' && words.length > 0) {
    startRole(draft, words.join(' '), place);
    return;
  }
  const isHelper = words.length > 0;
  const last = isHelper
    ? (words.find((word) => word.startsWith('url='))?.slice(4) ?? words.at(-1) ?? '')
    : content;
  const path = readPath(cleanPath(last));
  const isKnownLoss =
    helper === 'history' || helper === 'section' || last.startsWith('@') || path === undefined;
  if (isKnownLoss) {
    leaveOut(draft, content, place);
    return;
  }
  if (isHelper && helper !== 'json') {
    const message = `"${quote(content)}" becomes the value of "${path}" as it is: the helper "${quote(helper)}" is lost.`;
    draft.report('warning', 'helper_dropped', message, place);
  }
  const found = names.toName(path);
  if (!found) return;
  draft.tag(found.name);
  if (found.isOwn) draft.use(found.name, helper === 'json' && isHelper ? 'json' : 'text');
}
