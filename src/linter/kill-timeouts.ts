/** `KillTimeout` of scripts and programs. */
import type { EventConsumer } from '../compiler/model.ts';
import { missing, numberOf } from './consumer-properties.ts';
import { addProperty, replaceValue, suggestion } from './fixes.ts';
import type { Report } from './rule.ts';

const advised = 60;

/** Reports a `KillTimeout` that is 0 or not set. */
export function reportNoTimeout(
  { instance }: EventConsumer,
  what: 'script' | 'program',
  report: Report,
): void {
  const set = numberOf(instance, 'KillTimeout');
  const isZero = set?.number === 0n;
  const at = isZero ? set.value : missing(instance, 'KillTimeout');
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
