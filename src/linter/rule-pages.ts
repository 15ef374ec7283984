/** Where the package keeps the documentation of its rules, for whoever links to it. */

/** The folder, relative to the package. The build copies it from `src/linter/docs`. */
const folder = 'dist/docs';

/** The index by group. */
export const ruleIndex = `${folder}/README.md`;

/** The page of a rule, relative to the package, with `/`: `dist/docs/creator-sid-mismatch.md`. */
export function rulePage(name: string): string {
  return `${folder}/${name}.md`;
}
