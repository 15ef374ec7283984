import { describe, expect, it } from 'vitest';
import { rules } from '../../src/linter/registry.ts';
import { sampleWithAccess } from '../../src/linter/event-access-samples.ts';
import { analyzing } from '../support/analysis.ts';
import { recordResult } from '../support/results.ts';
import { readSharedJson, sharedIsPresent, skippedNote } from '../support/shared-files.ts';

interface Semantics {
  readonly sddl: string;
  readonly findings: readonly string[];
}

/** Which of our rules says what the list calls by another name. */
const ruleOfFinding: Readonly<Record<string, string>> = {
  'absent-dacl': 'event-access-null-dacl',
  'broad-owner': 'event-access-broad-owner',
  'broad-publisher': 'event-access-everyone',
  'conditional-ace': 'event-access-conditional-ace',
  'decimal-mask': 'sddl-mask-not-hexadecimal',
  'deny-after-allow': 'event-access-ace-order',
  'domain-relative': 'sddl-domain-relative-alias',
  'duplicate-ace': 'sddl-duplicate-ace',
  'empty-dacl': 'event-access-empty-dacl',
  'empty-mask': 'event-access-no-publish-right',
  'explicit-after-inherited': 'event-access-ace-order',
  'foreign-domain-sid': 'sddl-foreign-domain-sid',
  'foreign-rights': 'event-access-foreign-rights',
  'generic-only': 'event-access-generic-rights',
  'inherited-flag': 'sddl-inherited-flag',
  label: 'event-access-sacl-ignored',
  'label-as-trustee': 'event-access-label-trustee',
  'mask-overflow': 'sddl-mask-overflow',
  'missing-group': 'event-access-no-group',
  'missing-owner': 'event-access-no-owner',
  'no-publish-right': 'event-access-no-publish-right',
  'non-canonical-text': 'sddl-lowercase',
  'placeholder-trustee': 'event-access-placeholder-trustee',
  'pointless-inheritance': 'event-access-pointless-inheritance',
  'sacl-present': 'event-access-sacl-ignored',
  syntax: 'sddl-syntax',
  'takeover-right': 'event-access-takeover-right',
  'undefined-bits': 'event-access-extra-bits',
};

/** Texts where one mistake has several names in the list: the sharpest of our rules speaks alone. */
const sharper: Readonly<Record<string, string>> = {
  // Nothing is written at all, which is one mistake and not three.
  '': 'event-access-empty',
  // The wrong number says more than that the right one is missing.
  'O:BAG:BAD:(A;;0x40;;;BA)': 'event-access-subscribe-confused',
  // Its message says that 80 is decimal.
  'O:BAG:BAD:(A;;80;;;BA)': 'event-access-no-publish-right',
  // Its message says what KA is to WMI.
  'O:BAG:BAD:(A;;KA;;;BA)': 'event-access-no-publish-right',
  // The undefined bits come of the overflow.
  'O:BAG:BAD:(A;;0x123456789;;;BA)': 'sddl-mask-overflow',
  // That nobody may publish comes of the trustee.
  'O:BAG:BAD:(A;;0x80;;;CO)': 'event-access-placeholder-trustee',
  'O:BAG:BAD:(A;;0x80;;;LW)': 'event-access-label-trustee',
  // OW is somebody, unlike the placeholders, so it is advice.
  'O:BAG:BAD:(A;;0x80;;;OW)': 'event-access-owner-rights',
  // The list has no name for it; the advice is to write 0x80.
  'O:BAG:BAD:(A;;LO;;;BA)': 'event-access-obscure-rights',
  // A name where a SID belongs has a rule of its own.
  'O:BAG:BAD:(A;;0x80;;;Administrators)': 'sddl-unknown-sid-token',
};

const vectors = sharedIsPresent
  ? (readSharedJson('vectors/sddl/eventaccess-semantics.json') as readonly Semantics[])
  : [];

const ruleNames = new Set(rules.map(({ name }) => name));

function wanted({ sddl, findings }: Semantics): readonly string[] {
  const alone = sharper[sddl];
  if (alone !== undefined) return [alone];
  return [...new Set(findings.map((finding) => ruleOfFinding[finding] ?? finding))].toSorted();
}

function actual({ sddl }: Semantics): readonly string[] {
  return analyzing(sampleWithAccess(sddl))
    .diagnostics.map(({ rule }) => rule)
    .toSorted();
}

describe.skipIf(!sharedIsPresent)(`EventAccess semantics${skippedNote}`, () => {
  it.each(vectors.map((vector) => [JSON.stringify(vector.sddl), vector] as const))(
    '%s',
    (_, vector) => {
      expect(actual(vector)).toEqual(wanted(vector));
    },
  );

  it(`covers ${vectors.length} texts, with ${Object.keys(sharper).length} where the sharper rule speaks alone`, ({
    task,
  }) => {
    const agreeing = vectors.filter(
      (vector) => JSON.stringify(actual(vector)) === JSON.stringify(wanted(vector)),
    );
    recordResult(
      task,
      'EventAccess',
      `${agreeing.length} of ${vectors.length} descriptors are judged as they should be`,
    );
    const texts = new Set(vectors.map(({ sddl }) => sddl));
    expect(Object.keys(sharper).filter((sddl) => !texts.has(sddl))).toEqual([]);
    const named = [...Object.values(ruleOfFinding), ...Object.values(sharper)];
    expect(named.filter((rule) => !ruleNames.has(rule))).toEqual([]);
  });
});
