/** Timers of the old kind. */
import type { ClassKnowledge } from './class-knowledge.ts';

export const timerClasses: readonly ClassKnowledge[] = [
  {
    name: '__EventGenerator',
    source: 'wmi-system-classes',
    documentation: 'The abstract root of what makes events by itself: the timers.',
    properties: {},
  },
  {
    name: '__TimerInstruction',
    source: '__TimerInstruction, receiving-a-timed-or-repeating-event',
    documentation:
      'The abstract root of the timers of the old kind. Filters that wait for the modification of `Win32_LocalTime` or `Win32_UTCTime` have taken their place.',
    properties: {
      TimerId: 'The key: the name by which a query asks for the events of this timer.',
      SkipIfPassed:
        'TRUE leaves the event out where its time passed while nobody could make it. The default is FALSE.',
    },
  },
  {
    name: '__IntervalTimerInstruction',
    source: '__IntervalTimerInstruction, receiving-a-timed-or-repeating-event',
    documentation:
      "Makes a `__TimerEvent` again and again. It must be in the namespace that the filter looks at, with `SELECT * FROM __TimerEvent WHERE TimerId = 'Name'`. A kind of trigger that attack tools use, and an old one: `Win32_LocalTime` is recommended.",
    properties: {
      IntervalBetweenEvents:
        'How many milliseconds lie between two events. It is required and not NULL; WMI may ignore a timer whose interval is too small.',
    },
  },
  {
    name: '__AbsoluteTimerInstruction',
    source:
      '__AbsoluteTimerInstruction, date-and-time-format, receiving-a-timed-or-repeating-event',
    documentation:
      'Makes one `__TimerEvent` at a given time. It must be in the namespace that the filter looks at. An old kind of timer: `Win32_LocalTime` is recommended.',
    properties: {
      EventDateTime:
        'When the event is made: `yyyymmddHHMMSS.mmmmmmsUUU`, such as `"20300101080000.000000+000"`. It is required and not NULL.',
    },
  },
  {
    name: '__TimerNextFiring',
    source: 'wmi-system-classes',
    documentation: 'What WMI notes of a timer: when its next event is due.',
    properties: {
      TimerId: 'The key: the name of the timer.',
      NextEvent64BitTime: 'The time of the next event, as a number of 64 bits. It is not NULL.',
    },
  },
  {
    name: '__TimerEvent',
    source: '__TimerEvent, __IntervalTimerInstruction',
    documentation:
      "What a timer of the old kind makes. `SELECT * FROM __TimerEvent WHERE TimerId = 'Name'` asks for the events of one timer, whose instruction must be in the same namespace.",
    properties: {
      TimerId: 'The name of the timer that made the event.',
      NumFirings: 'How often the timer has fired.',
    },
  },
];
