/** What belongs together in a text: for folding, and for selecting step by step. */
import {
  FoldingRangeKind,
  type FoldingRange,
  type Position,
  type SelectionRange,
} from 'vscode-languageserver-types';
import type { Comment, Item, Node, Span } from '../../grammar/mof/ast.ts';
import { contentSpan } from '../../grammar/mof/literals.ts';
import { childrenOf } from '../../grammar/mof/visit.ts';
import { nodePathAt } from '../node-path.ts';
import type { View } from '../view.ts';

/** Bodies, lists and long values, block comments, runs of line comments, runs of includes, and regions. */
export function foldingRanges(view: View): FoldingRange[] {
  const { document } = view.parsed;
  const ranges = [
    ...document.items.flatMap((item) => bodiesIn(item)).map((span) => foldOf(view, span, true)),
    ...includeRuns(document.items).map((span) =>
      foldOf(view, span, false, FoldingRangeKind.Imports),
    ),
    ...commentRuns(view, document.comments).map((span) =>
      foldOf(view, span, false, FoldingRangeKind.Comment),
    ),
    ...regions(view, document.comments),
  ].filter(({ startLine, endLine }) => endLine > startLine);
  return ranges.toSorted((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** @param keepsLast whether the last line, which closes what the first one opens, stays to be seen */
function foldOf(view: View, span: Span, keepsLast: boolean, kind?: FoldingRangeKind): FoldingRange {
  const { start, end } = view.rangeOf(span);
  const endLine = keepsLast ? end.line - 1 : end.line;
  return { startLine: start.line, endLine, ...(kind !== undefined && { kind }) };
}

function bodiesIn(node: Node): readonly Span[] {
  const below = childrenOf(node).flatMap(bodiesIn);
  switch (node.kind) {
    case 'ClassDeclaration':
    case 'InstanceDeclaration':
    case 'InstanceValue':
      return [node.body, ...below];
    case 'ArrayValue':
    case 'QualifierList':
    case 'MethodDeclaration':
      return [node, ...below];
    case 'StringValue':
      // Adjacent literals: the last line is one of them, and goes with the others.
      return node.pieces.length > 1 ? [{ start: node.start, end: node.end }] : [];
    default:
      return below;
  }
}

function includeRuns(items: readonly Item[]): readonly Span[] {
  const runs: { start: number; end: number }[] = [];
  let previous: Item | undefined;
  for (const item of items) {
    const run = runs.at(-1);
    if (item.kind === 'Include') {
      if (previous?.kind === 'Include' && run !== undefined) run.end = item.end;
      else runs.push({ start: item.start, end: item.end });
    }
    previous = item;
  }
  return runs;
}

/** Block comments, and line comments right below one another. */
function commentRuns(view: View, comments: readonly Comment[]): readonly Span[] {
  const runs: { start: number; end: number; isBlock: boolean }[] = [];
  for (const { kind, start, end, text } of comments) {
    if (regionMark.test(text)) continue;
    const run = runs.at(-1);
    const isBlock = kind === 'BlockComment';
    const between = run === undefined ? 'x' : view.source.text.slice(run.end, start);
    if (
      run !== undefined &&
      !isBlock &&
      !run.isBlock &&
      /^\s*$/.test(between) &&
      isOneBreak(between)
    ) {
      run.end = end;
    } else runs.push({ start, end, isBlock });
  }
  return runs;
}

function isOneBreak(blanks: string): boolean {
  return (blanks.match(/\r\n|\r|\n/g) ?? []).length === 1;
}

const regionMark = /^\/\/\s*#?(end)?region\b/i;

/** `// #region` to `// #endregion`. */
function regions(view: View, comments: readonly Comment[]): readonly FoldingRange[] {
  const open: Comment[] = [];
  const found: FoldingRange[] = [];
  for (const comment of comments) {
    const mark = regionMark.exec(comment.text);
    if (mark === null) continue;
    if (mark[1] === undefined) open.push(comment);
    else {
      const opening = open.pop();
      if (opening === undefined) continue;
      const span = { start: opening.start, end: comment.end };
      found.push(foldOf(view, span, false, FoldingRangeKind.Region));
    }
  }
  return found;
}

/** From each position outwards: the word or the text between quotes, the value, the member, the body, the item. */
export function selectionRanges(view: View, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionAt(view, view.offsetAt(position)));
}

function selectionAt(view: View, offset: number): SelectionRange {
  const whole: Span = { start: 0, end: view.source.text.length };
  const steps = nodePathAt(view.parsed.document, offset)
    .flatMap(stepsOf)
    .filter(({ start, end }) => start <= offset && offset <= end);
  let last = whole;
  let range: SelectionRange = { range: view.rangeOf(whole) };
  for (const step of steps) {
    if (step.start === last.start && step.end === last.end) continue;
    range = { range: view.rangeOf(step), parent: range };
    last = step;
  }
  return range;
}

/** The spans that a node adds, each inside the one before. */
function stepsOf(node: Node): readonly Span[] {
  switch (node.kind) {
    case 'ClassDeclaration':
    case 'InstanceDeclaration':
    case 'InstanceValue':
      return [node, node.body, inside(node.body)];
    case 'StringPiece':
      return [node, contentSpan(node)];
    case 'ArrayValue':
    case 'QualifierList':
      return [node, inside(node)];
    default:
      return [node];
  }
}

/** What stands between two brackets. */
function inside({ start, end }: Span): Span {
  return end - start < 2 ? { start, end } : { start: start + 1, end: end - 1 };
}
