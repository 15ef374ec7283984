/** Turns the errors of the SDDL parser into findings. */
import type { SddlError, SddlErrorCode } from '../../grammar/sddl/ast.ts';
import { suggestion } from './fixes.ts';
import type { Checks } from './rule.ts';
import { placeIn, replaceIn, sddlTexts } from './sddl-texts.ts';

/** Reports every error with one of the codes, in all descriptors of a run. */
export function sddlErrors(codes: readonly SddlErrorCode[]): Checks {
  return {
    compilation(compilation, report) {
      for (const text of sddlTexts(compilation)) {
        for (const error of text.syntax.errors) {
          if (!codes.includes(error.code)) continue;
          report({
            file: text.file,
            at: placeIn(text, error),
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

function sentence({ message }: SddlError): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

function fixTitle(replacement: string): string {
  return replacement === '' ? 'Remove it' : `Write ${replacement}`;
}
