import { expect, it } from 'vitest';
import { isSold } from './is-sold.ts';

it.each([
  ['gpt-4o-mini', undefined, true],
  ['openai/o3-mini', undefined, true],
  ['eu.anthropic/claude-sonnet-4-5', undefined, true],
  ['gemini-2.5-pro', undefined, true],
  ['our-fast-model', 'openai', true],
  ['our-fast-model', 'vertex-ai', true],
  ['gpt-oss-20b', 'library', false],
  ['openai/gpt-oss-120b', 'vllm', false],
  ['gpt2', undefined, false],
  ['gemma3:4b', 'library', false],
  ['mistral-small', 'vllm', false],
  ['qwen3', 'organization_owner', false],
  ['our-fast-model', undefined, false],
])('calls of %s, owned by %s, are sold: %s', (model, ownedBy, sold) =>
  expect(isSold(model, ownedBy === undefined ? undefined : { ownedBy })).toBe(sold),
);
