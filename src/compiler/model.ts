/**
 * What a set of MOF files means: symbols, references and permanent event subscriptions.
 *
 * The binder (binder.ts) makes the symbols, subscriptions.ts joins filters, consumers and bindings across all
 * files of a run. Rules read these shapes and never the raw syntax alone. Names and namespaces compare
 * case-insensitively; `key` fields are already folded to lower case.
 */
import type {
  Alias,
  ArrayValue,
  ClassDeclaration,
  Document,
  Include,
  InstanceDeclaration,
  Pragma,
  PropertyAssignment,
  QualifierDeclaration,
  Span,
  StringValue,
  Value,
} from '../../grammar/mof/ast.ts';
import type { SyntaxProblem } from '../../grammar/mof/problem.ts';
import type { ObjectPath, ObjectPathProblem } from '../../grammar/object-path/parser.ts';
import type { SecurityDescriptorSyntax } from '../../grammar/sddl/ast.ts';
import type { Fix, Related } from '../diagnostics/diagnostic.ts';
import type { Sid, SidProblem } from '../security/sid.ts';
import type { SourceFile } from '../text/source-file.ts';

/** A file and its tree. */
export interface ParsedFile {
  readonly source: SourceFile;
  readonly document: Document;
  readonly problems: readonly SyntaxProblem[];
}

/** The namespace that a declaration goes to. */
export interface Namespace {
  /** As shown to people: `root\subscription`, without server, single backslashes, the author's spelling. */
  readonly path: string;
  /** For comparing: lower case. */
  readonly key: string;
  /** The `#pragma namespace` that says so; undefined where the default applies. */
  readonly pragma: { readonly file: SourceFile; readonly node: Pragma } | undefined;
}

/**
 * What mofcomp reads as one text: a file given by the user with everything it includes. Aliases live here.
 */
export interface CompilationUnit {
  readonly root: ParsedFile;
  /** Where declarations go before any `#pragma namespace`. */
  readonly initialNamespace: Namespace;
  /** The root and the included files, in the order of their first line. */
  readonly files: readonly ParsedFile[];
  /** The declarations of all files in the order in which mofcomp meets them. */
  readonly declarations: readonly Declaration[];
  /** By folded name, with the dollar sign. The first definition wins; the others are in `duplicates`. */
  readonly aliases: ReadonlyMap<string, AliasSymbol>;
}

export type Declaration = ClassSymbol | InstanceSymbol | QualifierSymbol | PragmaSymbol;

export interface ClassSymbol {
  readonly kind: 'class';
  readonly name: string;
  readonly node: ClassDeclaration;
  readonly file: SourceFile;
  readonly namespace: Namespace;
  readonly unit: CompilationUnit;
}

export interface InstanceSymbol {
  readonly kind: 'instance';
  readonly className: string;
  readonly node: InstanceDeclaration;
  readonly file: SourceFile;
  readonly namespace: Namespace;
  readonly unit: CompilationUnit;
  /** By folded name; of a property that is set twice, the first. */
  readonly properties: ReadonlyMap<string, PropertyAssignment>;
}

export interface QualifierSymbol {
  readonly kind: 'qualifier';
  readonly node: QualifierDeclaration;
  readonly file: SourceFile;
  readonly namespace: Namespace;
}

/** A pragma other than `namespace`, which has done its work; and `namespace` too, for emitters and rules. */
export interface PragmaSymbol {
  readonly kind: 'pragma';
  readonly node: Pragma;
  readonly file: SourceFile;
  readonly namespace: Namespace;
}

export interface AliasSymbol {
  readonly name: string;
  readonly definition: { readonly file: SourceFile; readonly node: Alias };
  readonly target: ClassSymbol | InstanceSymbol;
  readonly duplicates: readonly { readonly file: SourceFile; readonly node: Alias }[];
  readonly uses: readonly AliasUse[];
}

/** `$Name` used as a value. */
export interface AliasUse {
  readonly file: SourceFile;
  readonly node: Alias;
  /** The instance whose property holds it (directly, in an array, or in an embedded object). */
  readonly owner: InstanceSymbol | ClassSymbol;
  readonly property: string;
}

/** Where a reference leads. An end that cannot be resolved says why. */
export type Reference<Target> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'null'; readonly node: Value }
  | { readonly kind: 'wrong-type'; readonly node: Value }
  | { readonly kind: 'undefined-alias'; readonly node: Alias }
  /** An alias or a path of something that is no `Target`: another class's instance, or a class. */
  | {
      readonly kind: 'wrong-class';
      readonly node: Value;
      readonly className: string;
      /** Undefined for a path whose class says enough. */
      readonly actual: ClassSymbol | InstanceSymbol | undefined;
    }
  /** `problems` is empty where the text cannot be known, because a macro of the C preprocessor is part of it. */
  | {
      readonly kind: 'invalid-path';
      readonly node: StringValue;
      readonly problems: readonly ObjectPathProblem[];
    }
  /** A well-formed path whose object no file of the run creates; it may exist on the machine. */
  | { readonly kind: 'dangling-path'; readonly node: StringValue; readonly path: ObjectPath }
  | { readonly kind: 'alias'; readonly node: Alias; readonly target: Target }
  | {
      readonly kind: 'path';
      readonly node: StringValue;
      readonly path: ObjectPath;
      readonly target: Target;
    };

/** A property that WMI reads as a boolean. */
export type BooleanSetting =
  | { readonly kind: 'absent' }
  | { readonly kind: 'set'; readonly value: boolean; readonly assignment: PropertyAssignment }
  | { readonly kind: 'null' | 'wrong-type'; readonly assignment: PropertyAssignment };

/** `CreatorSID` of a filter, a consumer or a binding. */
export type CreatorSid =
  | { readonly kind: 'absent' }
  | { readonly kind: 'null'; readonly assignment: PropertyAssignment }
  | {
      readonly kind: 'wrong-type';
      readonly assignment: PropertyAssignment;
      readonly value: Value | undefined;
    }
  | {
      readonly kind: 'malformed';
      readonly assignment: PropertyAssignment;
      readonly value: ArrayValue;
      readonly problems: readonly SidProblem[];
    }
  | {
      readonly kind: 'sid';
      readonly assignment: PropertyAssignment;
      readonly value: ArrayValue;
      readonly sid: Sid;
    };

/** `EventAccess` of a filter. */
export type EventAccess =
  | { readonly kind: 'absent' }
  | { readonly kind: 'null'; readonly assignment: PropertyAssignment }
  | {
      readonly kind: 'wrong-type';
      readonly assignment: PropertyAssignment;
      readonly value: Value | undefined;
    }
  | {
      readonly kind: 'sddl';
      readonly assignment: PropertyAssignment;
      readonly value: StringValue;
      /** The parsed text; its offsets count in `value.value`. `syntax.errors` is empty when it is well-formed. */
      readonly syntax: SecurityDescriptorSyntax;
    };

export interface EventFilter {
  readonly kind: 'filter';
  readonly instance: InstanceSymbol;
  readonly name: string | undefined;
  readonly query: StringValue | undefined;
  readonly eventNamespace: StringValue | undefined;
  readonly eventAccess: EventAccess;
  readonly creatorSid: CreatorSid;
  readonly bindings: readonly Binding[];
}

/** The consumer classes that ship with Windows (facts: wmi-system-classes, standard consumers). */
export type StandardConsumerClass =
  | 'ActiveScriptEventConsumer'
  | 'CommandLineEventConsumer'
  | 'LogFileEventConsumer'
  | 'NTEventLogEventConsumer'
  | 'SMTPEventConsumer';

export interface EventConsumer {
  readonly kind: 'consumer';
  readonly instance: InstanceSymbol;
  readonly name: string | undefined;
  /** The standard class it is an instance of, directly or through classes of the run; undefined for others. */
  readonly standardClass: StandardConsumerClass | undefined;
  readonly creatorSid: CreatorSid;
  readonly bindings: readonly Binding[];
}

export interface Binding {
  readonly kind: 'binding';
  readonly instance: InstanceSymbol;
  readonly filter: Reference<EventFilter>;
  readonly consumer: Reference<EventConsumer>;
  /** The standard class of the consumer, which a path tells even where no file of the run declares the object. */
  readonly consumerClass: StandardConsumerClass | undefined;
  readonly maintainSecurityContext: BooleanSetting;
  readonly deliverSynchronously: BooleanSetting;
  readonly slowDownProviders: BooleanSetting;
  readonly deliveryQoS: PropertyAssignment | undefined;
  readonly creatorSid: CreatorSid;
}

/** A binding both ends of which are known. */
export interface Subscription {
  readonly kind: 'subscription';
  readonly filter: EventFilter;
  readonly consumer: EventConsumer;
  readonly binding: Binding;
}

/** What the binder itself finds: aliases, includes, namespaces. The rule of that name documents it. */
export interface CompilerProblem extends Span {
  readonly code: string;
  readonly file: SourceFile;
  readonly message: string;
  readonly hresult?: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** What the user's schema files declare. Nothing in them is reported or emitted. */
export interface Schema {
  readonly files: readonly ParsedFile[];
  /** Those before any `#pragma namespace` have the empty namespace, and are known in every one. */
  readonly classes: readonly ClassSymbol[];
  /** What kept the schema from being read as a whole. */
  readonly problems: readonly CompilerProblem[];
}

/** Everything that the files of a run mean together. */
export interface Compilation {
  readonly units: readonly CompilationUnit[];
  /** Every file once, the given ones first, in a stable order. */
  readonly files: readonly ParsedFile[];
  readonly classes: readonly ClassSymbol[];
  readonly schema: Schema;
  readonly instances: readonly InstanceSymbol[];
  readonly filters: readonly EventFilter[];
  readonly consumers: readonly EventConsumer[];
  readonly bindings: readonly Binding[];
  readonly subscriptions: readonly Subscription[];
  /** Which file each `#include` brought in; undefined where it could not be read. */
  readonly includes: ReadonlyMap<Include, ParsedFile | undefined>;
  readonly problems: readonly CompilerProblem[];
}
