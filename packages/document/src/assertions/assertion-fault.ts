/** What in an assertion can never be held against an answer: found when it is written, not with the first run. */
import type { Json } from '../json.ts';
import { pathFault } from './json-path.ts';
import { patternFault } from './pattern-fault.ts';
import { findSchemaFault } from './schema-fault.ts';
import type { Assertion } from './shape.ts';

export interface AssertionFault {
  /** Where in the assertion: `['pattern']`, `['schema', 'properties', 'age', 'type']`. */
  path: (string | number)[];
  message: string;
}

/** The first such thing; undefined when there is none. Never runs a pattern or a code. */
export function findAssertionFault(assertion: Assertion): AssertionFault | undefined {
  switch (assertion.kind) {
    case 'regex': {
      const message = patternFault(assertion.pattern, assertion.flags);
      return message === undefined ? undefined : { path: ['pattern'], message };
    }
    case 'json_schema': {
      const fault = findSchemaFault(assertion.schema as Json);
      return fault && { path: ['schema', ...fault.path], message: fault.message };
    }
    case 'json_path': {
      const message = pathFault(assertion.path);
      return message === undefined ? undefined : { path: ['path'], message };
    }
    default:
      return undefined;
  }
}
