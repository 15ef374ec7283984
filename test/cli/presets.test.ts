import { describe, expect, it } from 'vitest';
import { presets } from '../../src/linter/presets.ts';
import { rulesOf } from '../../src/linter/registry.ts';
import { Sandbox } from './sandbox.ts';

/** A warning, and advice that `strict` alone gives. */
const doubtful = 'class Sample_Reading\n{\n  string Path = "C:\\data";\n};\n';
/** An error besides. */
const refused = `${doubtful}instance of Sample_Other\n{\n  Near = $Nothing;\n};\n`;

const told: Readonly<Record<string, readonly string[]>> = {
  mofcomp: ['alias-undefined'],
  recommended: ['bad-escape', 'alias-undefined'],
  strict: ['class-without-key', 'bad-escape', 'alias-undefined'],
};

async function linted(...args: readonly string[]): Promise<readonly string[]> {
  const sandbox = new Sandbox({ 'a.mof': refused });
  const { stdout } = await sandbox.run(['lint', 'a.mof', '--format=concise', ...args]);
  return stdout.split('\n').flatMap((line) => /: \w+ ([a-z-]+): /.exec(line)?.[1] ?? []);
}

describe('--preset', () => {
  it.each(presets)('%s decides what lint says', async (preset) => {
    expect(await linted('--preset', preset)).toEqual(told[preset]);
  });

  it('is recommended where nobody chooses', async () => {
    expect(await linted()).toEqual(told['recommended']);
    for (const command of ['lint', 'compile']) {
      const { stdout } = await new Sandbox().run([command, '--help']);
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
        '(choices: "mofcomp", "recommended", "strict", default: "recommended")',
      );
    }
  });

  it('decides what compile says, of which errors alone stop it', async () => {
    const sandbox = new Sandbox({ 'a.mof': doubtful });
    for (const preset of presets) {
      const { code, stderr } = await sandbox.run(['compile', 'a.mof', '--preset', preset]);
      expect([code, stderr.includes('bad-escape')]).toEqual([0, preset !== 'mofcomp']);
      expect(stderr.includes('class-without-key')).toBe(preset === 'strict');
    }
  });

  it('decides the exit code of lint', async () => {
    const sandbox = new Sandbox({ 'a.mof': doubtful });
    const codes = await Promise.all(
      presets.map(
        async (preset) => (await sandbox.run(['lint', 'a.mof', '--preset', preset])).code,
      ),
    );
    expect(codes).toEqual([0, 1, 1]);
  });

  it('has three choices', async () => {
    const { code, stderr } = await new Sandbox().run(['lint', '.', '--preset', 'all']);
    expect(code).toBe(2);
    expect(stderr).toContain('Allowed choices are mofcomp, recommended, strict.');
  });
});

describe('mofsec rules', () => {
  it.each(presets)('--preset %s lists its rules', async (preset) => {
    const { stdout } = await new Sandbox().run(['rules', '--preset', preset]);
    const listed = stdout.match(/^ {2}[a-z0-9-]+(?= +(?:error|warning|info))/gm) ?? [];
    expect(listed.map((name) => name.trim()).toSorted()).toEqual(
      rulesOf(preset)
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(stdout).toContain(`${rulesOf(preset).length} rules. `);
  });

  it('says of all rules in which presets they are', async () => {
    const { stdout } = await new Sandbox().run(['rules']);
    expect(stdout).toMatch(/^ {2}alias-unused +info.*\bstrict\b/m);
    expect(stdout).toMatch(/^ {2}alias-undefined +error(?!.*\bstrict\b)/m);
    for (const preset of presets) {
      expect(stdout).toMatch(new RegExp(`^ {2}${preset} +${rulesOf(preset).length}$`, 'm'));
    }
    expect(stdout.match(/\(the default\)/g)).toHaveLength(1);
    const json = JSON.parse((await new Sandbox().run(['rules', '--format=json'])).stdout) as object;
    expect(json).toMatchObject({
      rules: expect.arrayContaining([
        expect.objectContaining({ name: 'alias-unused', presets: ['strict'] }),
      ]) as unknown[],
    });
  });
});
