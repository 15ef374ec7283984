/** Nodes while the parser fills them in. */
import type { InstanceDeclaration, InstanceValue } from './ast.ts';

/** A node whose fields may still change. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A node whose fields, and whose lists, may still change. */
export type Building<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K];
};

/** Both kinds of instances share their body. */
export type InstanceInProgress = Building<InstanceDeclaration> | Building<InstanceValue>;
