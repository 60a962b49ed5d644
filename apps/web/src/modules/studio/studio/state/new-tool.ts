import type { Tool } from '@promptvault/document';
import { elementId } from './element-id.ts';

/** A tool to begin with, under the first name that is free. */
export function newTool(tools: readonly Tool[]): Tool {
  const taken = new Set(tools.map(({ name }) => name));
  let number = 1;
  while (taken.has(`tool_${number}`)) number += 1;
  return {
    id: elementId(),
    name: `tool_${number}`,
    description: '',
    parameters: { type: 'object', properties: {} },
  };
}
