import { describe, expect, test } from 'vitest';
import {
  classDocumentation,
  classes,
  propertyDocumentation,
} from '../../../lsp/knowledge/classes.ts';
import { sourcesOf } from '../../../src/linter/sources.ts';
import type { KnownProperty } from '../../../src/schema/known-class.ts';
import { knownClasses } from '../../../src/schema/known-classes.generated.ts';
import { windowsClasses } from '../../../src/schema/windows-classes.generated.ts';

/** Every class that a file can name without declaring it, and the properties that it declares itself. */
const declared: ReadonlyMap<string, readonly KnownProperty[]> = new Map(
  [...knownClasses, ...windowsClasses].map(({ name, properties }) => [name, properties]),
);

const LONGEST_TEXT = 400;

/** Sentences of Markdown, in one paragraph. */
function expectSentences(text: string): void {
  expect(text).toMatch(/^[^a-z\s].*\.$/u);
  expect(text).not.toMatch(/\p{Cc}| {2}/u);
  expect(text.split('`').length % 2, 'code is closed').toBe(1);
  expect(text.length).toBeLessThanOrEqual(LONGEST_TEXT);
}

describe('what is known of classes', () => {
  test('is about every class that mofsec knows, and about no other', () => {
    expect(classes.map(({ name }) => name).toSorted()).toEqual([...declared.keys()].toSorted());
  });

  test.each(classes.map((entry) => [entry.name, entry] as const))(
    '%s has a text and a source, and so have all properties that it declares',
    (name, { documentation, properties, source }) => {
      expectSentences(documentation);
      for (const text of Object.values(properties)) expectSentences(text);
      expect(Object.keys(properties).toSorted()).toEqual(
        (declared.get(name) ?? []).map((property) => property.name).toSorted(),
      );
      for (const { title, address } of sourcesOf(source)) {
        expect(address, title).toMatch(/^https:\/\/\S+$/);
        expect(new URL(address ?? '').href).toBe(address);
      }
    },
  );

  test('is found in any case, and by no name of objects', () => {
    expect(classDocumentation('__EVENTFILTER')).toBe(classDocumentation('__EventFilter'));
    expect(propertyDocumentation('__eventfilter', 'QUERY')).toMatch(/^The event query/);
    expect(propertyDocumentation('CommandLineEventConsumer', 'CreatorSID')).toBeUndefined();
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(classDocumentation(name)).toBeUndefined();
      expect(propertyDocumentation('__EventFilter', name)).toBeUndefined();
    }
  });
});
