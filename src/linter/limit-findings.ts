/** What the rules say of a value that goes beyond a limit. */
import type { BeyondLimit } from '../compiler/checker/checker.ts';
import type { Finding } from './rule.ts';
import { spelling } from './value-findings.ts';

/** @param consequence why it matters, as the end of a sentence. */
export function limitFinding(
  { place, node, limit, declaration }: BeyondLimit,
  consequence: string,
): Finding {
  const { measure, isLower, bound, qualifier } = limit;
  const name = qualifier.name.name;
  const what =
    measure === 'value'
      ? spelling(place, node)
      : `a text of ${node.kind === 'StringValue' ? node.value.length : 0} characters`;
  const relation = isLower ? 'less' : 'more';
  return {
    file: place.file,
    at: node,
    message: `${name} says that ${place.name} has ${isLower ? 'at least' : 'at most'} ${bound}${measure === 'length' ? ' characters' : ''}, ${what} is ${relation}, ${consequence}: write a value within the limits, or change ${name}.`,
    related: [
      {
        file: declaration.file,
        start: qualifier.start,
        end: qualifier.end,
        message: 'the limit stands here',
      },
    ],
  };
}
