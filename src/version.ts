/** Filled in by the bundler and by the test runner from package.json, which alone holds the number. */
declare const __MOFSEC_VERSION__: string | undefined;

/** The version of mofsec, as in package.json; `0.0.0-source` where the sources run unbundled. */
export const version: string =
  typeof __MOFSEC_VERSION__ === 'undefined' ? '0.0.0-source' : __MOFSEC_VERSION__;
