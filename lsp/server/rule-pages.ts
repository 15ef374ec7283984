/** The documentation of the rules, for whoever asks: any client by a command, clients that know mofsec by requests. */
import {
  type Connection,
  ExecuteCommandRequest,
  ProtocolRequestType,
  ShowDocumentRequest,
} from 'vscode-languageserver';
import { rules } from '../../src/linter/registry.ts';
import type { Environment } from '../environment.ts';
import { explainRuleCommand } from '../features/code-actions/explain.ts';
import {
  type ExplainRuleParams,
  explainRuleRequest,
  type RuleEntry,
  rulesRequest,
} from '../protocol.ts';
import type { Abilities } from './abilities.ts';
import { refusal, type Requests } from './requests.ts';

const explainRule = new ProtocolRequestType<ExplainRuleParams, string | null, never, void, void>(
  explainRuleRequest,
);
const listRules = new ProtocolRequestType<object, RuleEntry[], never, void, void>(rulesRequest);

/** Answers the command and the requests. */
export function listenForRules(
  connection: Connection,
  requests: Requests,
  environment: Environment,
  abilities: Abilities,
): void {
  requests.on(explainRule, { shape: 'anything' }, ({ rule }) => pageOf(rule));
  requests.on(listRules, { shape: 'anything' }, () =>
    rules.map(({ name, group, severity, summary }) => ({ name, group, severity, summary })),
  );
  requests.on(
    ExecuteCommandRequest.type,
    { shape: 'anything' },
    async ({ command, arguments: given }) => {
      const rule: unknown = given?.[0];
      if (command !== explainRuleCommand) throw refusal(`mofsec has no command ${command}.`);
      const page = await pageOf(rule);
      if (page === null) throw refusal(`There is no rule ${String(rule)}.`);
      const uri = environment.rulePage?.(String(rule));
      if (abilities.showDocument && uri !== undefined) {
        requests.inBackground(ShowDocumentRequest.method, async () => {
          await connection.window.showDocument({ uri, takeFocus: true });
        });
      }
      return page;
    },
  );
}

/** The page in Markdown; null where there is no such rule. */
async function pageOf(name: unknown): Promise<string | null> {
  const rule = rules.find((rule) => rule.name === name);
  if (rule === undefined) return null;
  // It runs the rule's examples, which nobody needs who does not read it.
  const { rulePageText } = await import('../../src/report/rule-page.ts');
  return rulePageText(rule).replace(/^<!--.*?-->\s*/s, '');
}
