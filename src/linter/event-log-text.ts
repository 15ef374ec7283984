/** Texts that are evidence and no file to compile: what WMI's event log shows of a subscription. */
import type { CompilationUnit } from '../compiler/model.ts';

/** Whether a text is that of event 5861, which has `Perm. Consumer:` between filter and consumer, and no binding. */
export function isEventLogText({ files }: CompilationUnit): boolean {
  return files.some(({ source }) => source.text.includes('Perm. Consumer'));
}
