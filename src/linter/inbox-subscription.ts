/** The permanent subscription that every Windows has: events of the service control manager go to the event log. */
import type { EventFilter } from '../compiler/model.ts';

/** The names of its parts, by folded class. */
export const inboxNames: ReadonlyMap<string, string> = new Map([
  ['__eventfilter', 'SCM Event Log Filter'],
  ['nteventlogeventconsumer', 'SCM Event Log Consumer'],
]);

/** True for the filter with the name and the query that Windows gives it; the name alone proves nothing. */
export function isInboxFilter({ name, query }: EventFilter): boolean {
  const words = query?.value.trim().toLowerCase().split(/\s+/u).join(' ');
  return (
    name?.toLowerCase() === inboxNames.get('__eventfilter')?.toLowerCase() &&
    words === 'select * from msft_scmeventlogevent'
  );
}
