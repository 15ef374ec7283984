import { expect, test } from 'vitest';
import { isInboxConsumer, isInboxFilter } from '../../src/consumers/known-good.ts';

const query = 'select * from MSFT_SCMEventLogEvent';
const name = 'SCM Event Log Filter';
const strings = new Map([
  ['name', 'SCM Event Log Consumer'],
  ['sourcename', 'Service Control Manager'],
  ['nameofusersidproperty', 'sid'],
]);
const properties = new Set([...strings.keys(), 'category', 'eventtype', 'creatorsid']);
const className = 'NTEventLogEventConsumer';

test('the filter of Windows is known by its query too', () => {
  expect(isInboxFilter({ name, query, eventNamespace: 'root\\cimv2' })).toBe(true);
  expect(isInboxFilter({ name, query, eventNamespace: '//./ROOT/cimv2' })).toBe(true);
  expect(isInboxFilter({ name, query: 'select * from x', eventNamespace: 'root\\cimv2' })).toBe(
    false,
  );
  expect(isInboxFilter({ name: 'x', query, eventNamespace: 'root\\cimv2' })).toBe(false);
  expect(isInboxFilter({ name, query, eventNamespace: undefined })).toBe(false);
});

test('the consumer of Windows is known by its class and by what it does', () => {
  expect(isInboxConsumer({ className, strings, properties })).toBe(true);
  expect(isInboxConsumer({ className: 'CommandLineEventConsumer', strings, properties })).toBe(
    false,
  );
  expect(
    isInboxConsumer({
      className,
      strings,
      properties: new Set([...properties, 'commandlinetemplate']),
    }),
  ).toBe(false);
  expect(
    isInboxConsumer({
      className,
      strings: new Map([['name', 'SCM Event Log Consumer']]),
      properties,
    }),
  ).toBe(false);
});
