/** Neovim with its own language client: what a user of an editor sees, from opening a file to saving it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInstalled, run } from '../../support/processes.ts';

const neovimIsPresent = isInstalled('nvim');
const note = neovimIsPresent ? '' : ' (skipped: no nvim on the PATH)';

/** Has no semicolon behind the first instance, and a binding without its own CreatorSID. */
const sample = String.raw`#pragma namespace("\\\\.\\root\\subscription")
instance of __EventFilter as $Filter {
  CreatorSID = {1,2,0,0,0,0,0,5,32,0,0,0,32,2,0,0};
  Name = "Contoso_Starts"; EventNamespace = "root\\cimv2";
  EventAccess = "O:BAG:BAD:(A;;0x80;;;BA)";
  QueryLanguage = "WQL";
  Query = "SELECT * FROM __InstanceCreationEvent WITHIN 300 WHERE TargetInstance ISA 'Win32_Service'";
}

instance of __FilterToConsumerBinding {
  Filter = $Filter;
  Consumer = "LogFileEventConsumer.Name=\"Contoso_Log\"";
};
`;

/** What the driver writes down. */
interface Session {
  readonly error?: string;
  readonly diagnostics: readonly string[];
  readonly hover: string;
  readonly completion: readonly string[];
  readonly fix: string;
  readonly after_fix: readonly string[];
  readonly renamed: string;
  readonly formatted: string;
  readonly stopped: boolean;
}

function runSession(text: string): Session {
  const folder = mkdtempSync(path.join(tmpdir(), 'mofsec-neovim-'));
  try {
    const file = path.join(folder, 'sample.mof');
    const report = path.join(folder, 'report.json');
    writeFileSync(file, text);
    const driver = path.resolve('test/lsp/neovim/driver.lua');
    const { stderr } = run('nvim', ['--headless', '-u', 'NONE', '-n', '-c', `luafile ${driver}`], {
      cwd: folder,
      env: {
        MOFSEC_FILE: file,
        MOFSEC_REPORT: report,
        MOFSEC_CLI: path.resolve('dist/cli.js'),
        MOFSEC_NODE: process.execPath,
        XDG_STATE_HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_CONFIG_HOME: folder,
      },
    });
    const session = JSON.parse(readFileSync(report, 'utf8')) as Session;
    if (session.error !== undefined) throw new Error(`${session.error}\n${stderr}`);
    return session;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!neovimIsPresent)(`Neovim${note}`, () => {
  it('shows, explains, completes, mends, renames and formats', () => {
    const session = runSession(sample);
    expect(session.diagnostics).toContain('missing-semicolon-after-block');
    expect(session.hover).toContain('S-1-5-32-544');
    expect(session.completion.length).toBeGreaterThan(0);
    expect(session.fix).toMatch(/semicolon|;/);
    expect(session.after_fix).not.toContain('missing-semicolon-after-block');
    expect(session.renamed).toContain('instance of __EventFilter as $Watcher');
    expect(session.renamed).toContain('Filter = $Watcher;');
    expect(session.formatted).toMatch(/\n\s+EventNamespace = /);
    expect(session.stopped).toBe(true);
  });
});
