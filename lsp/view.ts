/** A file as a feature sees it: text, tree, and what it means among the others. Everything is made when asked for. */
import type { Span } from '../grammar/mof/ast.ts';
import type { Position, Range } from 'vscode-languageserver-types';
import type { Analysis } from '../src/analyze.ts';
import type { Compilation, ParsedFile } from '../src/compiler/model.ts';
import { parsedFile } from '../src/compiler/parsed-file.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { SourceFile } from '../src/text/source-file.ts';
import { offsetAt, rangeOf, spanOf } from './positions.ts';
import type { Environment } from './environment.ts';
import type { Settings } from './settings.ts';

/** The folder of a file, as far as features ask for it. */
export interface Folder {
  /** Its URI. */
  readonly folder: string;
  readonly environment: Environment;
  readonly settings: Settings;
  /** The paths of all files that are known, sorted. */
  readonly paths: readonly string[];
  readonly uriOf: (path: string) => string;
  /** Another file; undefined where it cannot be read. */
  readonly view: (path: string) => View | undefined;
  /** What a file means, together with those that it belongs to. */
  readonly analysisOf: (path: string) => Analysis;
  /** What a file would mean with another text. */
  readonly analysisWith: (changed: SourceFile) => Analysis;
  /** What a file means by itself, with what it includes. */
  readonly analysisAlone: (source: SourceFile) => Analysis;
}

export class View {
  readonly project: Folder;
  readonly source: SourceFile;
  /** Of the open document; undefined for a file that is not open. */
  readonly version: number | undefined;

  constructor(project: Folder, source: SourceFile, version: number | undefined) {
    this.project = project;
    this.source = source;
    this.version = version;
  }

  get uri(): string {
    return this.uriOf(this.source);
  }

  get parsed(): ParsedFile {
    return parsedFile(this.source);
  }

  /** Of the file and those that it belongs to. */
  get analysis(): Analysis {
    return this.project.analysisOf(this.source.path);
  }

  get compilation(): Compilation {
    return this.analysis.compilation;
  }

  /** The findings in this file. */
  get diagnostics(): readonly Diagnostic[] {
    return this.analysis.diagnostics.filter(({ file }) => file === this.source);
  }

  /** The URI of a file of the analysis. */
  uriOf(file: SourceFile): string {
    return this.project.uriOf(file.path);
  }

  offsetAt(position: Position): number {
    return offsetAt(this.source, position);
  }

  spanOf(range: Range): Span {
    return spanOf(this.source, range);
  }

  rangeOf(span: Span): Range {
    return rangeOf(this.source, span);
  }
}
