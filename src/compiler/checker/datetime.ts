/** The text of a `datetime` (date-and-time-format.md, interval-format.md). */

/** What a text is when it is read as a datetime. */
export type DatetimeReading =
  | { readonly kind: 'point' }
  | { readonly kind: 'interval' }
  /** An interval in all but style: `canonical` is how WMI writes it. */
  | { readonly kind: 'loose-interval'; readonly fault: string; readonly canonical: string }
  | { readonly kind: 'invalid'; readonly fault: string };

const point =
  /^(?<year>[0-9]{4}|\*{4})(?<month>[0-9]{2}|\*{2})(?<day>[0-9]{2}|\*{2})(?<hour>[0-9]{2}|\*{2})(?<minute>[0-9]{2}|\*{2})(?<second>[0-9]{2}|\*{2})\.(?:[0-9]{6}|[0-9]{0,5}\*{1,6})[+-](?:[0-9]{3}|\*{3})$/;
const interval =
  /^(?<days>[0-9]{8})(?<hours>[0-9]{2})(?<minutes>[0-9]{2})(?<seconds>[0-9]{2})\.(?<micros>[0-9]{6}):000$/;
/** Microseconds are not wholly given, or the zeros behind the colon are others. */
const looseInterval =
  /^(?<days>[0-9]{8}|\*{8})(?<hours>[0-9]{2}|\*{2})(?<minutes>[0-9]{2}|\*{2})(?<seconds>[0-9]{2}|\*{2})\.(?<micros>[0-9*]{0,6}):(?<zeros>[0-9*]{0,3})$/;

const LENGTH = 25;

/** The parts of a point in time, each with what it may be. */
const limits: readonly (readonly [name: string, min: number, max: number])[] = [
  ['month', 1, 12],
  ['day', 1, 31],
  ['hour', 0, 23],
  ['minute', 0, 59],
  ['second', 0, 60],
];

/** Reads a text as a point in time or as an interval. */
export function readDatetime(text: string): DatetimeReading {
  const instant = point.exec(text);
  if (instant !== null) return readPoint(instant.groups ?? {});
  if (interval.test(text)) return readInterval(text);
  const loose = looseInterval.exec(text);
  if (loose !== null) return readLooseInterval(loose.groups ?? {});
  return { kind: 'invalid', fault: faultOf(text) };
}

function readPoint(parts: Readonly<Record<string, string | undefined>>): DatetimeReading {
  for (const [name, min, max] of limits) {
    const digits = parts[name] ?? '';
    if (digits.startsWith('*')) continue;
    const value = Number(digits);
    if (value < min || value > max) {
      return { kind: 'invalid', fault: `there is no ${name} ${digits}` };
    }
  }
  return { kind: 'point' };
}

function readInterval(text: string): DatetimeReading {
  const parts: readonly (readonly [name: string, digits: string, max: number])[] = [
    ['hours', text.slice(8, 10), 23],
    ['minutes', text.slice(10, 12), 59],
    ['seconds', text.slice(12, 14), 59],
  ];
  const over = parts.find(([, digits, max]) => Number(digits) > max);
  return over === undefined
    ? { kind: 'interval' }
    : {
        kind: 'loose-interval',
        fault: `its ${over[0]} are ${over[1]}, which is more than ${over[2]}`,
        canonical: canonicalInterval(text),
      };
}

/** The same length of time with each part in its range. */
function canonicalInterval(text: string): string {
  const [days, hours, minutes, seconds] = [
    text.slice(0, 8),
    text.slice(8, 10),
    text.slice(10, 12),
    text.slice(12, 14),
  ].map(Number);
  const total = (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
  const part = (value: number, width: number): string =>
    String(Math.floor(value)).padStart(width, '0');
  return (
    part(total / 86_400, 8) +
    part((total / 3600) % 24, 2) +
    part((total / 60) % 60, 2) +
    part(total % 60, 2) +
    text.slice(14)
  );
}

function readLooseInterval(parts: Readonly<Record<string, string | undefined>>): DatetimeReading {
  const { days = '', hours = '', minutes = '', seconds = '', micros = '', zeros = '' } = parts;
  const text = `${days}${hours}${minutes}${seconds}.${micros.padEnd(6, '0')}:000`.replaceAll(
    '*',
    '0',
  );
  const fault = `${days}${hours}${minutes}${seconds}${micros}${zeros}`.includes('*')
    ? 'an interval has no asterisks'
    : micros.length < 6
      ? 'six digits stand behind the full stop'
      : 'three zeros stand behind the colon';
  return { kind: 'loose-interval', fault, canonical: canonicalInterval(text) };
}

function faultOf(text: string): string {
  if (text.length !== LENGTH) return `it has ${text.length} characters and not ${LENGTH}`;
  if (text[14] !== '.') return 'a full stop stands behind the seconds, as the 15th character';
  if (!/[-+:]/.test(text[21] ?? ''))
    return 'the 22nd character is a sign before the offset, or the colon of an interval';
  return 'the other characters are digits, or asterisks for what is not known';
}
