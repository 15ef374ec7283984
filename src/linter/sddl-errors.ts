/** Turns the errors of the SDDL parser into findings. */
import type { SddlError, SddlErrorCode } from '../../grammar/sddl/ast.ts';
import { suggestion } from './fixes.ts';
import type { Checks, Report } from './rule.ts';
import { type SddlText, isTooLong, placeIn, replaceIn, sddlTexts } from './sddl-texts.ts';

/** Reports every error with one of the codes, in all descriptors of a run. */
export function sddlErrors(codes: readonly SddlErrorCode[]): Checks {
  return {
    compilation(compilation, report) {
      for (const text of sddlTexts(compilation)) {
        if (isTooLong(text)) {
          if (codes.includes('syntax')) reportLength(text, report);
          continue;
        }
        for (const error of text.syntax.errors) {
          if (!codes.includes(error.code)) continue;
          report({
            file: text.file,
            at: placeIn(text, error),
            subject: text,
            message: `${sentence(error)} (in ${text.property}).`,
            ...(error.replacement !== undefined && {
              fixes: [
                suggestion(fixTitle(error.replacement), replaceIn(text, error, error.replacement)),
              ],
            }),
          });
        }
      }
    },
  };
}

function reportLength({ file, value, property }: SddlText, report: Report): void {
  report({
    file,
    at: value,
    message: `${property} has ${value.value.length} characters. The list in a security descriptor has at most 65,535 bytes, which do not make so long a text: write a shorter one.`,
  });
}

function sentence({ message }: SddlError): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

/** The text of a fix may come from the file; a title shows it only when it is short and plain. */
function fixTitle(replacement: string): string {
  if (replacement === '') return 'Remove it';
  return /^[\w;():-]{1,60}$/u.test(replacement) ? `Write ${replacement}` : 'Write what was meant';
}
