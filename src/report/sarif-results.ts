/** A finding as a result of SARIF. */
import type { ArtifactChange, Fix as SarifFix, Location, Result, Suppression } from 'sarif';
import type { Diagnostic, Fix, Severity, TextEdit } from '../diagnostics/diagnostic.ts';
import { escapeControls } from '../diagnostics/escape.ts';
import type { SuppressedDiagnostic } from '../diagnostics/suppressions.ts';
import type { SourceFile } from '../text/source-file.ts';
import { artifactLocation, physicalLocation, regionOf } from './sarif-places.ts';

/** SARIF's name of each severity. */
export const sarifLevels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies {
  readonly [severity in Severity]: Result.level;
};

/** The name says how it is made; another way would have another name, so that none is taken for the other. */
const fingerprintName = 'ruleAndLine/v1';

/** @param ruleIndex where the rule stands among those of the run */
export function sarifResult(
  diagnostic: Diagnostic | SuppressedDiagnostic,
  ruleIndex: number,
  fingerprint: string,
): Result {
  const { rule, severity, message, related, fixes, hresult } = diagnostic;
  const changes = fixes.flatMap((fix) => sarifFix(fix) ?? []);
  return {
    ruleId: rule,
    ruleIndex,
    level: sarifLevels[severity],
    message: { text: messageText(message) },
    locations: [{ physicalLocation: physicalLocation(diagnostic) }],
    ...(related.length > 0 && { relatedLocations: related.map(relatedLocation) }),
    partialFingerprints: { [fingerprintName]: fingerprint },
    ...(changes.length > 0 && { fixes: changes }),
    // SARIF wants them with all results of a run, or with none.
    suppressions: 'suppression' in diagnostic ? [suppression(diagnostic)] : [],
    ...(hresult !== undefined && { properties: { hresult } }),
  };
}

/** Viewers make links of `[text](address)`; a name in a hostile file is none. */
function messageText(text: string): string {
  return escapeControls(text).replaceAll('](', '] (');
}

function relatedLocation(place: Diagnostic['related'][number]): Location {
  return {
    physicalLocation: physicalLocation(place),
    message: { text: messageText(place.message) },
  };
}

/** Undefined for a fix without an edit, which SARIF does not know. */
function sarifFix({ title, safety, edits }: Fix): SarifFix | undefined {
  if (edits.length === 0) return undefined;
  const byFile = new Map<SourceFile, TextEdit[]>();
  for (const edit of edits) byFile.set(edit.file, [...(byFile.get(edit.file) ?? []), edit]);
  return {
    description: { text: messageText(title) },
    artifactChanges: [...byFile].map(([file, edits]) => artifactChange(file, edits)),
    properties: { safety },
  };
}

function artifactChange(file: SourceFile, edits: readonly TextEdit[]): ArtifactChange {
  return {
    artifactLocation: artifactLocation(file.path),
    replacements: edits.map((edit) => ({
      deletedRegion: regionOf(edit),
      insertedContent: { text: edit.text },
    })),
  };
}

function suppression({ suppression }: SuppressedDiagnostic): Suppression {
  const { reason } = suppression;
  return {
    kind: 'inSource',
    ...(reason !== undefined && { justification: escapeControls(reason) }),
    location: { physicalLocation: physicalLocation(suppression) },
  };
}
