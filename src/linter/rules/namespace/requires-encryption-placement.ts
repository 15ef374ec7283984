import type { Node } from '../../../../grammar/mof/ast.ts';
import { qualifierNamed } from '../../../compiler/checker/qualifiers.ts';
import { sampleEncryption } from '../../namespace-samples.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'requires-encryption-placement',
  severity: 'error',
  group: 'namespace',
  summary: 'RequiresEncryption stands at the instance of __SystemSecurity.',
  why: 'WMI looks for it there, in the namespace that it is about; elsewhere it does nothing.',
  source:
    'requiring-an-encrypted-connection-to-a-namespace, creating-a-child-namespace-with-mof-code',
  examples: {
    bad: sampleEncryption('RequiresEncryption(TRUE)')
      .replace('__SystemSecurity\n{\n', '__Namespace\n{\n  Name = "Child";\n')
      .replace('[Req', '[NamespaceSecuritySDDL("O:BAG:BAD:(A;CI;0x6003F;;;BA)"), Req'),
    good: sampleEncryption('RequiresEncryption(TRUE)'),
  },
  supersedes: ['syntax'],
  check: {
    compilation(compilation, report) {
      const nested = new Set<Node>();
      for (const { source, document, problems } of compilation.files) {
        if (problems.length === 0) continue;
        for (const item of document.items) {
          if (item.kind !== 'InstanceDeclaration' || item.incomplete !== true) continue;
          // The parser ends the outer instance where the inner one begins, and asks for a brace there.
          inner.lastIndex = item.end;
          if (inner.exec(source.text) === null) continue;
          nested.add(item);
          const at = { start: item.body.start, end: inner.lastIndex };
          report({ file: source, at, message: advice });
        }
      }
      for (const unit of compilation.units) {
        let outer: Node | undefined;
        for (const declaration of unit.declarations) {
          if (declaration.kind !== 'class' && declaration.kind !== 'instance') continue;
          const { file, node } = declaration;
          const isInner = outer !== undefined && nested.has(outer);
          outer = node;
          const qualifier = qualifierNamed(node.qualifiers, 'requiresencryption');
          if (qualifier === undefined || isInner) continue;
          const name = declaration.kind === 'class' ? '' : declaration.className.toLowerCase();
          if (name !== '__systemsecurity') report({ file, at: qualifier, message: advice });
        }
      }
    },
  },
});

const inner =
  /\s{0,500}\[\s{0,99}RequiresEncryption\b[^\]]{0,500}\]\s{0,500}instance\s{1,99}of\s{1,99}\w{1,256}\s{0,500}\{[^{}]{0,9999}\}\s{0,99};?/iuy;

const advice =
  'Only at the instance of __SystemSecurity does RequiresEncryption make WMI refuse connections without encryption: write [RequiresEncryption(TRUE)] instance of __SystemSecurity { }; under the #pragma namespace of the namespace itself.';
