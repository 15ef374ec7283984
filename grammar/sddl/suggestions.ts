/** "Did you mean": what an author who wrote an unknown word most probably wanted. */

/** Account names that authors write where SDDL wants a SID, in lower case without blanks. */
const aliasOfName: ReadonlyMap<string, string> = new Map([
  ['administrators', 'BA (BUILTIN\\Administrators)'],
  ['builtin\\administrators', 'BA (BUILTIN\\Administrators)'],
  ['admins', 'BA (BUILTIN\\Administrators)'],
  ['administrator', 'LA (the local account Administrator) or BA (BUILTIN\\Administrators)'],
  ['users', 'BU (BUILTIN\\Users)'],
  ['builtin\\users', 'BU (BUILTIN\\Users)'],
  ['guests', 'BG (BUILTIN\\Guests)'],
  ['builtin\\guests', 'BG (BUILTIN\\Guests)'],
  ['everyone', 'WD (Everyone)'],
  ['system', 'SY (Local System)'],
  ['localsystem', 'SY (Local System)'],
  ['ntauthority\\system', 'SY (Local System)'],
  ['localservice', 'LS (Local Service)'],
  ['ntauthority\\localservice', 'LS (Local Service)'],
  ['networkservice', 'NS (Network Service)'],
  ['ntauthority\\networkservice', 'NS (Network Service)'],
  ['authenticatedusers', 'AU (Authenticated Users)'],
  ['ntauthority\\authenticatedusers', 'AU (Authenticated Users)'],
  ['interactive', 'IU (Interactive)'],
  ['network', 'NU (Network)'],
  ['anonymous', 'AN (Anonymous Logon)'],
  ['domainadmins', 'DA (Domain Admins)'],
  ['domainusers', 'DU (Domain Users)'],
]);

/** The alias of a well-known account name, and the alias with its name, such as `BA (BUILTIN\Administrators)`. */
export function nameAdvice(
  name: string,
): { readonly alias: string; readonly text: string } | undefined {
  const text = aliasOfName.get(name.toLowerCase().replaceAll(' ', ''));
  return text === undefined ? undefined : { alias: text.slice(0, 2), text };
}

/** The first known two-letter token that differs from `token` by a swap or by one letter, the swap first. */
export function nearest(token: string, known: Iterable<string>): string | undefined {
  const upper = token.toUpperCase();
  let oneLetterOff: string | undefined;
  for (const candidate of known) {
    if (candidate.length !== upper.length) continue;
    if (candidate === [...upper].toReversed().join('')) return candidate;
    const same = [...candidate].filter((letter, index) => letter === upper[index]).length;
    if (same > 0 && same === upper.length - 1) oneLetterOff ??= candidate;
  }
  return oneLetterOff;
}

/** A spelling for messages: control characters escaped and long ones cut. */
export function quoted(spelling: string): string {
  const shown = spelling.length > 40 ? `${spelling.slice(0, 40)}…` : spelling;
  return JSON.stringify(shown);
}
