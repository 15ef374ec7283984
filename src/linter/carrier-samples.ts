/** MOF texts for the examples of rules about damage that a text took on its way. */
import type { RuleExamples } from './rule.ts';

/**
 * The examples, and the bad one with a mistake beside it that has nothing to do with the damage: as long as that stands
 * there, the fix is a suggestion.
 */
export function besideAnotherMistake(examples: RuleExamples): RuleExamples {
  const mistake = 'instance of Sample_Report\n{\n  Name = ;\n};\n';
  return { ...examples, moreBad: [`${examples.bad}\n${mistake}`, ...(examples.moreBad ?? [])] };
}
