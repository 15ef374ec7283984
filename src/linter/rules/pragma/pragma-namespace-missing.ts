import type { CompilationUnit, InstanceSymbol, ParsedFile } from '../../../compiler/model.ts';
import { isEventLogText } from '../../event-log-text.ts';
import { partsOf } from '../../subscription-parts.ts';
import { rule } from '../../rule.ts';
import { samplePragmas, sampleSubscription } from '../../samples.ts';

export default rule({
  name: 'pragma-namespace-missing',
  severity: 'warning',
  group: 'pragma',
  summary: 'A file that creates a subscription or registers a provider says into which namespace.',
  why:
    'Without #pragma namespace mofcomp takes root\\default, where the standard consumers are not, unless a switch on its ' +
    'command line says otherwise.',
  source: 'mofcomp, wmi-error-constants',
  fixes: ['suggestion'],
  examples: {
    bad: sampleSubscription({ pragmas: '' }),
    good: sampleSubscription({ pragmas: samplePragmas }),
  },
  check: {
    compilation(compilation, report) {
      const parts = partsOf(compilation);
      for (const unit of compilation.units) {
        const homeless = firstHomeless(
          unit,
          (instance) => parts.has(instance) || isRegistration(instance),
        );
        if (homeless === undefined || saysUnreadably(unit) || isEventLogText(unit)) continue;
        const { file, node } = homeless;
        const isSubscription = parts.has(homeless);
        report({
          file,
          at: node.className,
          subject: unit,
          message:
            'No #pragma namespace comes before this, so mofcomp compiles it into root\\default, unless its command line says ' +
            'otherwise' +
            (isSubscription
              ? ', and the standard consumers do not exist there: begin the file with #pragma namespace("\\\\\\\\.\\\\root\\\\subscription").'
              : ': begin the file with a #pragma namespace that names the namespace of the provider.'),
          ...(isSubscription && { fixes: [namespaceFix(unit.root, homeless)] }),
        });
      }
    },
  },
});

/** The first instance that is of the sort and that no pragma and no option sends anywhere. */
function firstHomeless(
  { declarations }: CompilationUnit,
  isOfSort: (instance: InstanceSymbol) => boolean,
): InstanceSymbol | undefined {
  for (const declaration of declarations) {
    if (declaration.namespace.pragma !== undefined) return undefined;
    if (declaration.namespace.key !== 'root\\default') return undefined;
    if (declaration.kind === 'instance' && isOfSort(declaration)) return declaration;
  }
  return undefined;
}

function isRegistration({ className }: InstanceSymbol): boolean {
  return /^__(?:win32provider|\w+registration)$/i.test(className);
}

/** A `pragma namespace` that a syntax error keeps from being one has been reported. */
function saysUnreadably({ files }: CompilationUnit): boolean {
  return files.some(
    ({ source, problems }) => problems.length > 0 && /pragma\s{0,100}namespace/i.test(source.text),
  );
}

function namespaceFix({ source, document }: ParsedFile, { file, node }: InstanceSymbol) {
  const first = document.items.find(
    (item) => item.kind !== 'Pragma' && item.kind !== 'PreprocessorLine',
  );
  const start = source === file ? (first ?? node).start : (first?.start ?? 0);
  const text = '#pragma namespace("\\\\\\\\.\\\\root\\\\subscription")\n\n';
  return {
    title: 'Compile into root\\subscription',
    safety: 'suggestion',
    edits: [{ file: source, start, end: start, text }],
  } as const;
}
