/** Settings in YAML and TOML. The libraries are large and seldom needed, so this file is loaded late. */
import { parse as toml } from 'smol-toml';
import { parse as yaml } from 'yaml';

/** Throws where the text is no TOML. */
export function parseToml(text: string): unknown {
  return toml(text);
}

/** Throws where the text is no YAML. */
export function parseYaml(text: string): unknown {
  return yaml(text, { logLevel: 'error', prettyErrors: false });
}
