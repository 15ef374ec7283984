/** What stands under the pointer, and what the names there mean. */
import type {
  ClassDeclaration,
  InstanceDeclaration,
  InstanceValue,
  Node,
  Span,
} from '../../../grammar/mof/ast.ts';
import type { ClassInfo, ClassTable, Site } from '../../../src/compiler/checker/class-table.ts';
import type { Compilation } from '../../../src/compiler/model.ts';
import { classTableOf } from '../../meaning.ts';
import { innermost, nodePathAt } from '../../node-path.ts';
import type { View } from '../../view.ts';

/** A stretch of the file and the Markdown that is said about it. */
export interface Explanation extends Span {
  readonly text: string;
}

/** A place in a file. */
export class HoverPlace {
  readonly view: View;
  readonly offset: number;
  /** The nodes around the place, the document first. */
  readonly path: readonly Node[];
  #compilation: Compilation | undefined;
  #site: { readonly found: Site | undefined } | undefined;

  constructor(view: View, offset: number) {
    this.view = view;
    this.offset = offset;
    this.path = nodePathAt(view.parsed.document, offset);
  }

  /** Asked for once: the view looks each time which files belong together. */
  get compilation(): Compilation {
    return (this.#compilation ??= this.view.compilation);
  }

  get table(): ClassTable {
    return classTableOf(this.compilation);
  }

  /** The instance around the place. */
  get instance(): InstanceDeclaration | InstanceValue | undefined {
    return innermost(this.path, 'InstanceDeclaration', 'InstanceValue');
  }

  /** The class of the instance, or the class declaration, around the place. */
  get owner(): ClassInfo | undefined {
    const node: InstanceDeclaration | InstanceValue | ClassDeclaration | undefined = innermost(
      this.path,
      'InstanceDeclaration',
      'InstanceValue',
      'ClassDeclaration',
    );
    if (node === undefined) return undefined;
    return this.lookUp((node.kind === 'ClassDeclaration' ? node.name : node.className).name);
  }

  /** The namespace and the unit of the item around the place. */
  get site(): Site | undefined {
    this.#site ??= { found: this.#findSite() };
    return this.#site.found;
  }

  lookUp(name: string): ClassInfo | undefined {
    return this.site && this.table.lookup(name, this.site);
  }

  #findSite(): Site | undefined {
    const [, item] = this.path;
    for (const unit of this.compilation.units) {
      for (const declaration of unit.declarations) {
        if (declaration.node === item) return { namespace: declaration.namespace, unit };
      }
    }
    return undefined;
  }
}
