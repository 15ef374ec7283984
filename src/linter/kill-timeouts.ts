/** `KillTimeout` of scripts and programs. */
import type { Span } from '../../grammar/mof/ast.ts';
import { checkedOf } from '../compiler/checker/checker.ts';
import type { Compilation, EventConsumer, InstanceSymbol } from '../compiler/model.ts';
import { isCutShort, numberOf } from './consumer-properties.ts';
import { addProperty, replaceValue, suggestion } from './fixes.ts';
import { missing } from './missing-properties.ts';
import type { Report } from './rule.ts';

const advised = 60;

/** Reports a `KillTimeout` that is 0 or not set. */
export function reportNoTimeout(
  { instance }: EventConsumer,
  what: 'script' | 'program',
  report: Report,
  compilation: Compilation,
): void {
  const set = numberOf(instance, 'KillTimeout');
  const isZero = set?.number === 0n;
  const at = isZero
    ? set.value
    : (missing(instance, 'KillTimeout', compilation) ?? unsetZero(instance, compilation));
  if (at === undefined) return;
  const value = instance.properties.get('killtimeout')?.value;
  report({
    file: instance.file,
    at,
    message:
      `${isZero ? 'A KillTimeout of 0 means that' : 'Without KillTimeout'} the ${what} is never stopped, and one that hangs ` +
      `stays there as Local System: write KillTimeout = ${advised};, or as many seconds as it may take.`,
    fixes: [
      suggestion(
        `Stop the ${what} after ${advised} seconds`,
        value === undefined
          ? addProperty(instance, `KillTimeout = ${advised};`)
          : replaceValue(instance.file, value, String(advised)),
      ),
    ],
  });
}

/** Where KillTimeout is not set, and a class of the files says that it is 0 then. */
function unsetZero(instance: InstanceSymbol, compilation: Compilation): Span | undefined {
  const { className, properties, node } = instance;
  if (properties.has('killtimeout') || isCutShort(instance)) return undefined;
  const { table } = checkedOf(compilation);
  const info = table.lookup(className, instance);
  const declared = info && table.property(info, 'KillTimeout', instance)?.declaration;
  const value = declared?.node.defaultValue;
  return value?.kind === 'IntegerValue' && value.value === 0n ? node.className : undefined;
}
