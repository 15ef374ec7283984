/** The timer instructions of a run, and MOF texts with them. */
import type { StringValue } from '../../grammar/mof/ast.ts';
import type { Compilation, InstanceSymbol } from '../compiler/model.ts';
import { derivesFrom } from '../schema/known-classes.ts';
import { textOf } from './consumer-properties.ts';
import type { Checks, Report } from './rule.ts';

/** Calls `check` for each instruction of the class or one derived from it. */
export function forTimers(
  className: string,
  check: (instance: InstanceSymbol, report: Report, compilation: Compilation) => void,
): Checks {
  return {
    instance(instance, report, compilation) {
      if (derivesFrom(instance.className, className)) check(instance, report, compilation);
    },
  };
}

/** An instruction with its name. */
export interface TimerInstruction {
  readonly instance: InstanceSymbol;
  /** Undefined where it cannot be read. */
  readonly id: StringValue | undefined;
}

const timersOfRun = new WeakMap<Compilation, readonly TimerInstruction[]>();

/** The timer instructions of a run. */
export function timersOf(compilation: Compilation): readonly TimerInstruction[] {
  let timers = timersOfRun.get(compilation);
  if (timers === undefined) {
    timers = compilation.instances
      .filter(({ className }) => derivesFrom(className, '__TimerInstruction'))
      .map((instance) => ({ instance, id: textOf(instance, 'TimerId') }));
    timersOfRun.set(compilation, timers);
  }
  return timers;
}

/** An interval timer in root\cimv2. */
export function timerSample(lines: string, className = '__IntervalTimerInstruction'): string {
  return String.raw`#pragma autorecover
#pragma namespace("\\\\.\\root\\cimv2")

instance of ${className}
{
  TimerId = "Sample Timer";
${lines}};
`;
}
