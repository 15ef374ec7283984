/** The classes of Windows that queries of event filters name, by name. Names compare without regard to case. */
import type { WindowsClass } from './known-class.ts';
import { windowsClasses } from './windows-classes.generated.ts';

export type { WindowsClass } from './known-class.ts';

let classesByName: ReadonlyMap<string, WindowsClass> | undefined;

/** The class of that name, with its own properties only. Of a class that is not here nothing is said. */
export function windowsClass(name: string): WindowsClass | undefined {
  classesByName ??= new Map(windowsClasses.map((known) => [known.name.toLowerCase(), known]));
  return classesByName.get(name.toLowerCase());
}

/** The classes that derive from a class, at whatever distance, without the class itself. */
export function windowsClassesBelow(name: string): readonly WindowsClass[] {
  const folded = name.toLowerCase();
  return windowsClasses
    .filter(({ superclass }) => superclass?.toLowerCase() === folded)
    .flatMap((below) => [below, ...windowsClassesBelow(below.name)]);
}

/**
 * Providers that make instances and tell nobody of their changes. The instances of CIMWin32 are what the documentation
 * polls (Win32_Process and Win32_LogicalDisk in within-clause.md), and those of HiPerfCooker_v1 are what subscriptions
 * of real machines poll (Win32_PerfFormattedData_PerfOS_System). Of other providers that is not documented.
 */
const silentProviders: ReadonlySet<string> = new Set(['CIMWin32', 'HiPerfCooker_v1']);

/** Whether WMI has to compare the instances of a class from time to time, because no provider tells of changes. */
export function isPolled({ provider }: WindowsClass): boolean {
  return provider !== undefined && silentProviders.has(provider);
}
