/** The licences of the libraries inside the bundles, which must travel with them. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @param {object} options
 * @param {string} options.root
 * @param {string} options.dist
 * @param {readonly string[]} options.inputs The files in the bundles, relative to the root.
 */
export function writeNotices({ root, dist, inputs }) {
  const folders = new Set(inputs.flatMap((input) => packageFolder(input) ?? []));
  /** @type {Map<string, string[]>} */
  const titlesByLicence = new Map();
  for (const folder of folders) {
    const files = inputs.filter((input) => packageFolder(input) === folder);
    const notices = [
      noticeOf(path.resolve(root, folder)),
      ...noticesWithin(
        path.resolve(root, folder),
        files.map((file) => path.resolve(root, file)),
      ),
    ];
    for (const { title, licence } of notices) {
      titlesByLicence.set(licence, [...(titlesByLicence.get(licence) ?? []), title]);
    }
  }
  const rule = '-'.repeat(80);
  const notices = [...titlesByLicence]
    .map(([licence, titles]) => `${rule}\n${titles.toSorted().join('\n')}\n${rule}\n\n${licence}`)
    .toSorted();
  const text = ['The files of this package contain these libraries.', ...notices].join('\n\n');
  writeFileSync(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), `${text}\n`);
}

/** @param {string} file */
function packageFolder(file) {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** @param {string} folder */
function noticeOf(folder) {
  const { name, version, license } =
    /** @type {{ name: string, version: string, license?: string }} */ (
      JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    );
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|copying)\b/i.test(file))
    .toSorted()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  if (license === undefined || texts.length === 0) {
    throw new Error(`${name} says nothing about its licence, so it must not be bundled`);
  }
  return { title: `${name} ${version} (${license})`, licence: texts.join('\n\n') };
}

/**
 * The libraries inside the files of a library that is a bundle itself, with a file of notices for all of its bundles.
 *
 * @param {string} folder
 * @param {readonly string[]} files Those of its files that went in.
 * @returns {{ title: string, licence: string }[]}
 */
function noticesWithin(folder, files) {
  const list = path.join(folder, 'THIRD-PARTY-NOTICES.md');
  if (!existsSync(list)) return [];
  const sections = readFileSync(list, 'utf8').split(/^## /m).slice(1);
  const names = new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)].map(
        ([, name = '']) => name,
      ),
    ),
  );
  return [...names].map((name) => {
    const section = sections.find((text) => text.startsWith(`${name}@`));
    if (section === undefined) throw new Error(`${list} says nothing about ${name}`);
    const [heading = '', ...lines] = section.trim().split('\n');
    const licence = lines.map((line) => line.replace(/^> ?/, '').trimEnd());
    return { title: heading.replace('@v', ' '), licence: licence.join('\n').trim() };
  });
}
