import type { ClassSymbol, CompilationUnit, InstanceSymbol } from '../../../compiler/model.ts';
import { isPragma } from '../../pragma-arguments.ts';
import { rule } from '../../rule.ts';
import { samplePragmas, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'pragma-autorecover-no-namespace',
  severity: 'warning',
  group: 'pragma',
  summary: 'A file with #pragma autorecover says in a #pragma namespace where its declarations go.',
  why:
    'When WMI rebuilds its repository it compiles the file again without any switch of the command line, so that ' +
    'everything without a #pragma namespace lands in root\\default.',
  source: 'pragma-autorecover',
  examples: {
    bad: sampleSubscription({ pragmas: '#pragma autorecover' }),
    good: sampleSubscription({ pragmas: samplePragmas }),
  },
  supersedes: ['pragma-namespace-missing'],
  check: {
    unit(unit, report) {
      const autorecover = unit.declarations.find((declaration) =>
        isPragma(declaration, 'autorecover'),
      );
      const homeless = firstHomeless(unit);
      if (autorecover?.kind !== 'pragma' || homeless === undefined || isDriver(unit)) return;
      const { file, node } = autorecover;
      report({
        file,
        at: node,
        message:
          'WMI recovers this file without the switches of the command line, so that what comes before the first #pragma ' +
          'namespace lands in root\\default: write a #pragma namespace with the namespace that is meant on the next line.',
        related: [
          {
            file: homeless.file,
            start: homeless.node.start,
            end: headEnd(homeless),
            message: 'this says nowhere where it goes',
          },
        ],
      });
    },
  },
});

/** The classes of a driver travel inside it as binary MOF, and WMI puts them into root\\wmi. */
function isDriver({ declarations }: CompilationUnit): boolean {
  return declarations.some(
    (declaration) =>
      declaration.kind === 'class' &&
      declaration.node.qualifiers?.qualifiers.some(
        ({ name }) => name.name.toLowerCase() === 'wmi',
      ) === true,
  );
}

function firstHomeless({
  declarations,
}: CompilationUnit): ClassSymbol | InstanceSymbol | undefined {
  return declarations.find(
    (declaration): declaration is ClassSymbol | InstanceSymbol =>
      (declaration.kind === 'class' || declaration.kind === 'instance') &&
      declaration.namespace.pragma === undefined,
  );
}

function headEnd({ node }: ClassSymbol | InstanceSymbol): number {
  return node.kind === 'ClassDeclaration' ? node.name.end : node.className.end;
}
