import { checkedOf } from '../../../compiler/checker/checker.ts';
import type { ClassInfo } from '../../../compiler/checker/class-table.ts';
import type { ClassSymbol, EventFilter } from '../../../compiler/model.ts';
import type { Related } from '../../../diagnostics/diagnostic.ts';
import { suggestion } from '../../fixes.ts';
import { sampleEventClass, sampleProvider } from '../../provider-samples.ts';
import { eventQueries, isMeantAsEvent, placeOf } from '../../provider-queries.ts';
import { filterQueryOf } from '../../queries.ts';
import { rule } from '../../rule.ts';

export default rule({
  name: 'event-class-base',
  severity: 'error',
  group: 'provider',
  summary: 'A class of events derives from __ExtrinsicEvent.',
  why: 'WMI takes only objects of classes that derive from __Event for events, and ignores queries about others.',
  source: '--event, registering-an-event-provider',
  fixes: ['suggestion'],
  examples: {
    bad: sampleProvider({ classes: sampleEventClass.replace(' : __ExtrinsicEvent', '') }),
    good: sampleProvider(),
  },
  supersedes: ['class-without-key', 'wql-not-event-class'],
  check: {
    compilation(compilation, report) {
      const { table } = checkedOf(compilation);
      const said = new Set<ClassSymbol>();
      const say = (
        info: ClassInfo,
        why: string,
        related: readonly Related[],
        filter?: EventFilter,
      ): void => {
        const { symbol } = info;
        if (symbol === undefined || said.has(symbol)) return;
        said.add(symbol);
        report({
          file: symbol.file,
          at: symbol.node.name,
          subject: filter ?? symbol,
          message: `${symbol.name} ${why}, but it does not derive from __Event, so WMI takes none of its objects for an event: write class ${symbol.name} : __ExtrinsicEvent.`,
          related,
          fixes: [
            suggestion('Derive it from __ExtrinsicEvent', {
              file: symbol.file,
              start: symbol.node.name.end,
              end: symbol.node.name.end,
              text: ' : __ExtrinsicEvent',
            }),
          ],
        });
      };
      for (const { instance, value, parsed } of eventQueries(compilation)) {
        const { query } = parsed;
        if (query?.kind !== 'SelectQuery' || query.className === undefined) continue;
        const info = table.lookup(query.className.name, instance);
        if (info === undefined || !isMeantAsEvent(info) || !table.isWhole(info, instance)) continue;
        const place = placeOf(value, query.className);
        say(info, 'is announced as an event', [
          { file: instance.file, ...place, message: 'the query that announces it' },
        ]);
      }
      for (const filter of compilation.filters) {
        const query = filterQueryOf(filter);
        const name = query?.query.className;
        if (query === undefined || name === undefined) continue;
        const info = table.lookup(name.name, query.site);
        if (info === undefined || !isMeantAsEvent(info) || !table.isWhole(info, query.site))
          continue;
        const place = { file: filter.instance.file, ...placeOf(query.value, name) };
        say(info, 'is what a filter waits for', [{ ...place, message: 'the query' }], filter);
      }
      for (const symbol of compilation.classes) {
        const info = table.infoOf(symbol);
        if (!info.isReadable || !isMeantAsEvent(info)) continue;
        const descriptor = info.properties.get('security_descriptor')?.type;
        if (descriptor?.kind !== 'primitive' || descriptor.name !== 'uint8') continue;
        say(info, 'has the SECURITY_DESCRIPTOR of an event', []);
      }
    },
  },
});
