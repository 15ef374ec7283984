import type { PragmaSymbol } from '../../../compiler/model.ts';
import { isPragma } from '../../pragma-arguments.ts';
import { rule } from '../../rule.ts';
import { samplePragmas, sampleSubscription } from '../../samples.ts';
import { isEventLogText } from '../../event-log-text.ts';
import { partsOf } from '../../subscription-parts.ts';

export default rule({
  name: 'pragma-autorecover-missing',
  severity: 'info',
  group: 'pragma',
  summary:
    'A file that creates a subscription should say whether it comes back when the repository is rebuilt.',
  why:
    'mofcomp warns when #pragma autorecover is missing: WMI compiles such files again when it rebuilds its repository, ' +
    'and other subscriptions are lost then.',
  source: 'mofcomp, pragma-autorecover',
  examples: {
    bad: sampleSubscription({
      pragmas: String.raw`#pragma namespace("\\\\.\\root\\subscription")`,
    }),
    good: sampleSubscription({ pragmas: samplePragmas }),
  },
  check: {
    compilation(compilation, report) {
      const parts = partsOf(compilation);
      for (const unit of compilation.units) {
        const { declarations } = unit;
        if (declarations.some((declaration) => isPragma(declaration, 'autorecover'))) continue;
        const part = declarations.find(
          (declaration) => declaration.kind === 'instance' && parts.has(declaration),
        );
        if (part === undefined || isEventLogText(unit)) continue;
        const pragma = declarations.find(
          (declaration): declaration is PragmaSymbol => declaration.kind === 'pragma',
        );
        const { file, node } = pragma ?? part;
        report({
          file,
          at: 'name' in node ? node.name : node.className,
          message:
            'Without #pragma autorecover the subscription is lost when WMI rebuilds its repository, and mofcomp warns: ' +
            'write #pragma autorecover on the first line, if the subscription is to survive that.',
        });
      }
    },
  },
});
