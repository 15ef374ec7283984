/** A place where somebody types, with what is known around it; each thing is found out when first asked for. */
import { type Cursor, cursorAt } from '../../../grammar/mof/typing/cursor.ts';
import { type Place, placeAt } from '../../../grammar/mof/typing/place.ts';
import type { Site } from '../../../src/compiler/checker/class-table.ts';
import type { Compilation } from '../../../src/compiler/model.ts';
import type { View } from '../../view.ts';
import { ClassCatalog } from './class-catalog.ts';

export class Typing {
  readonly view: View;
  readonly cursor: Cursor;
  readonly place: Place;
  #catalog: ClassCatalog | undefined;
  #site: { readonly found: Site | undefined } | undefined;

  constructor(view: View, offset: number) {
    this.view = view;
    this.cursor = cursorAt(view.source.text, view.parsed.document, offset);
    this.place = placeAt(this.cursor);
  }

  get catalog(): ClassCatalog {
    this.#catalog ??= new ClassCatalog(this.view);
    return this.#catalog;
  }

  get compilation(): Compilation {
    return this.view.compilation;
  }

  /** The unit that the file is part of, and the namespace that the place is in. */
  get site(): Site | undefined {
    this.#site ??= { found: siteAt(this.view, this.cursor.offset) };
    return this.#site.found;
  }
}

function siteAt({ compilation, source }: View, offset: number): Site | undefined {
  const unit = compilation.units.find(({ files }) => files.some((file) => file.source === source));
  if (unit === undefined) return undefined;
  const before = unit.declarations.findLast(
    ({ file, node }) => file === source && node.start < offset,
  );
  return { unit, namespace: before?.namespace ?? unit.initialNamespace };
}
