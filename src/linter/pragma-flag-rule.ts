/** The rules for `#pragma classflags` and `#pragma instanceflags`, which differ in their flags only. */
import { sourceSpanOf } from '../../grammar/mof/literals.ts';
import { suggest } from '../../grammar/mof/suggest.ts';
import type { PragmaSymbol } from '../compiler/model.ts';
import { type Finding, type Rule, rule, type RuleExamples } from './rule.ts';
import { flagsOf, type PragmaFlag, pragmasNamed, strayArguments } from './pragma-arguments.ts';

/** What one of the two rules has of its own. */
interface FlagRule {
  readonly name: string;
  readonly pragma: string;
  readonly flags: readonly string[];
  readonly examples: RuleExamples;
}

/** A rule that a pragma takes its own flags only. */
export function flagRule({ name, pragma, flags, examples }: FlagRule): Rule {
  return rule({
    name,
    severity: 'error',
    group: 'pragma',
    summary: `#pragma ${pragma} takes the flags ${listOf(flags)}.`,
    why: 'mofcomp refuses other flags, and it refuses the pragma without any.',
    source: `pragma-${pragma}, wmi-error-constants`,
    hresult: '0x80044028',
    fixes: ['suggestion'],
    examples,
    check: {
      unit(unit, report) {
        for (const symbol of pragmasNamed(unit, pragma)) {
          for (const finding of findingsAbout(symbol, flags)) report(finding);
        }
      },
    },
  });
}

function findingsAbout({ file, node }: PragmaSymbol, flags: readonly string[]): readonly Finding[] {
  const advice = `write ${listOf(flags.map((flag) => `"${flag}"`))}`;
  const pragma = `#pragma ${node.name.name}`;
  if (node.arguments === undefined || node.arguments.length === 0) {
    return [
      { file, at: node, message: `${pragma} without a flag is refused by mofcomp: ${advice}.` },
    ];
  }
  const strays = strayArguments(node).map((value) => ({
    file,
    at: value,
    message: `The flags of ${pragma} are strings in quotation marks, and mofcomp refuses others: ${advice}.`,
  }));
  const unknown = flagsOf(node)
    .filter(({ name }) => !flags.includes(name.toLowerCase()))
    .map((flag) => unknownFlag(flag, file, pragma, flags));
  return [...strays, ...unknown];
}

function unknownFlag(
  { name, value, start, end }: PragmaFlag,
  file: PragmaSymbol['file'],
  pragma: string,
  flags: readonly string[],
): Finding {
  const at = sourceSpanOf(value, start, end);
  const near = suggest(name, flags);
  const advice = near === undefined ? `it takes ${listOf(flags)}` : `did you mean ${near}?`;
  return {
    file,
    at,
    message: `${JSON.stringify(name)} is no flag of ${pragma}, and mofcomp refuses it: ${advice}${near === undefined ? '.' : ''}`,
    ...(near !== undefined && {
      fixes: [
        { title: `Write ${near}`, safety: 'suggestion', edits: [{ file, ...at, text: near }] },
      ],
    }),
  };
}

function listOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
