/** The clock and the event log, which tell of changes by themselves. */
import type { ClassKnowledge } from './class-knowledge.ts';

const clockSource =
  'creating-a-timer-event-with-win32-localtime-or-win32-utctime, receiving-a-timed-or-repeating-event';

const fields = {
  Year: 'The year, with four digits.',
  Month: 'The month, 1 to 12.',
  Day: 'The day of the month, 1 to 31.',
  DayOfWeek: 'The day of the week, 0 to 6.',
  WeekInMonth: 'The week of the month.',
  Quarter: 'The quarter of the year, 1 to 4.',
  Hour: 'The hour, 0 to 23.',
  Minute:
    'The minute, 0 to 59. Without a condition on it the filter lets events through every minute.',
  Second:
    'The second, 0 to 59. Without a condition on it the filter lets an event through every second.',
  Milliseconds: 'The thousandths of the second.',
};

export const clockAndLogClasses: readonly ClassKnowledge[] = [
  {
    name: 'Win32_LocalTime',
    source: clockSource,
    documentation:
      "The time where the computer is. It changes every second, and its provider says so: `SELECT * FROM __InstanceModificationEvent WHERE TargetInstance ISA 'Win32_LocalTime' AND TargetInstance.Hour = 8 AND TargetInstance.Minute = 0 AND TargetInstance.Second = 0` is a timer, without `WITHIN`.",
    properties: fields,
  },
  {
    name: 'Win32_UTCTime',
    source: clockSource,
    documentation:
      'The time in UTC. It changes every second, and its provider says so: a filter for `__InstanceModificationEvent` that names hour, minute and second is a timer, without `WITHIN`.',
    properties: fields,
  },
  {
    name: 'Win32_NTLogEvent',
    source: 'having-clause, group-clause, wmi-classes',
    documentation:
      'An entry of the event log of Windows. Its provider tells of new ones, so that a query needs no `WITHIN`. Let the query name the log, the source and the number, or every entry of every log is an event.',
    properties: {
      Category: 'The category of the entry, as the source numbers them.',
      CategoryString: 'The category in words.',
      ComputerName: 'The computer that made the entry.',
      Data: 'The data of the entry, as bytes.',
      EventCode: 'The number of the event, of 16 bits: what is usually meant by it.',
      EventIdentifier: 'The complete number of the event, of 32 bits.',
      EventType: 'The type of the entry, as a number from 1 to 5.',
      InsertionStrings: 'The texts that fill the places in the message.',
      Logfile:
        'The log that has the entry, such as `Application`, `Security` or `System`. Part of the key.',
      Message: 'The whole message.',
      RecordNumber: 'The number of the entry in its log. Part of the key.',
      SourceName: 'The source that made the entry.',
      TimeGenerated: 'When the source made the entry.',
      TimeWritten: 'When the entry was written into the log.',
      Type: 'The type of the entry, as text.',
      User: 'The user that the entry is about.',
    },
  },
];
