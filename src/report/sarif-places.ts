/** Files and stretches of them as SARIF names them. */
import type { ArtifactLocation, PhysicalLocation, Region } from 'sarif';
import type { Place } from '../diagnostics/diagnostic.ts';

/** What relative addresses are relative to; services put the root of the checkout there. */
export const sourceRoot = '%SRCROOT%';

export function physicalLocation(place: Place): PhysicalLocation {
  return { artifactLocation: artifactLocation(place.file.path), region: regionOf(place) };
}

/** Lines and columns from 1, offsets in UTF-16 code units of the text without a byte order mark. */
export function regionOf({ file, start, end }: Place): Region {
  const from = file.positionAt(start);
  const to = file.positionAt(end);
  return {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    charOffset: start,
    charLength: end - start,
  };
}

/** @param path as messages name the file: relative to where the user stands, or absolute on another drive; with `/` */
export function artifactLocation(path: string): ArtifactLocation {
  const [, drive, rest = ''] = /^([A-Za-z]:|\/(?=\/)|(?=\/))(\/.*)$/su.exec(path) ?? [];
  if (drive === undefined) return { uri: encodedPath(path), uriBaseId: sourceRoot };
  // C:/a.mof, //server/share/a.mof and /a.mof
  const root = drive === '' ? 'file://' : drive === '/' ? 'file:/' : `file:///${drive}`;
  return { uri: `${root}${encodedPath(rest)}` };
}

/** Everything but separators and what an address may hold is percent-encoded; a half of a pair has no encoding. */
function encodedPath(path: string): string {
  return path
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
