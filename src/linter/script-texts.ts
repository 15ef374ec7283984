/** The scripts of ActiveScriptEventConsumers, taken apart once. */
import type { StringValue } from '../../grammar/mof/ast.ts';
import type { EventConsumer } from '../compiler/model.ts';
import {
  languageOf,
  readScript,
  type ScriptLanguage,
  type ScriptText,
} from '../consumers/scripts.ts';
import { textOf } from './consumer-properties.ts';

/** A script in `ScriptText`. */
export interface InlineScript {
  readonly value: StringValue;
  /** That of the engine; undefined where no engine that is known is named. */
  readonly language: ScriptLanguage | undefined;
  readonly script: ScriptText;
}

const known = new WeakMap<EventConsumer, InlineScript | 'none'>();

/** The script that a consumer holds; undefined where it holds none that can be read. */
export function scriptOf(consumer: EventConsumer): InlineScript | undefined {
  let found = known.get(consumer);
  if (found === undefined) known.set(consumer, (found = readInline(consumer) ?? 'none'));
  return found === 'none' ? undefined : found;
}

function readInline({ instance }: EventConsumer): InlineScript | undefined {
  const value = textOf(instance, 'ScriptText');
  if (value === undefined) return undefined;
  const language = languageOf(textOf(instance, 'ScriptingEngine')?.value ?? '');
  return { value, language, script: readScript(value.value, language) };
}
