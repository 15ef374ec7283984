/** Presets: the sets of rules that a user chooses from. What is in them stands at the rules. */
import type { Rule } from './rule.ts';

/** From the fewest rules to all of them: each preset has the rules of the one before it. */
export const presets = ['mofcomp', 'recommended', 'strict'] as const;

export type Preset = (typeof presets)[number];

/** The preset that runs where nobody chooses. */
export const defaultPreset: Preset = 'recommended';

/** What each preset is about, as the end of a sentence. */
export const presetSummaries: Readonly<Record<Preset, string>> = {
  mofcomp: 'what mofcomp or WMI refuses and what can never work: the errors',
  recommended:
    'also weaknesses, probable mistakes and the advice that is worth the time of everybody',
  strict: 'everything: also style, and what most files of Windows itself do not do either',
};

/** The presets that have a rule. */
export function presetsOf({ severity, preset }: Rule): readonly Preset[] {
  const smallest = preset ?? (severity === 'error' ? 'mofcomp' : 'recommended');
  return presets.slice(presets.indexOf(smallest));
}
