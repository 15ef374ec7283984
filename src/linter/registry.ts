/** All rules, in the order in which the documentation lists them. */
import aliasBadName from './rules/alias/alias-bad-name.ts';
import aliasCircular from './rules/alias/alias-circular.ts';
import aliasDuplicate from './rules/alias/alias-duplicate.ts';
import aliasEmbedded from './rules/alias/alias-embedded.ts';
import aliasForwardReference from './rules/alias/alias-forward-reference.ts';
import aliasOnNonReference from './rules/alias/alias-on-non-reference.ts';
import aliasOtherNamespace from './rules/alias/alias-other-namespace.ts';
import aliasUndefined from './rules/alias/alias-undefined.ts';
import aliasUnused from './rules/alias/alias-unused.ts';
import bindingDanglingPath from './rules/binding/binding-dangling-path.ts';
import bindingDeliverNull from './rules/binding/binding-deliver-null.ts';
import bindingDeliverSynchronously from './rules/binding/binding-deliver-synchronously.ts';
import bindingDuplicate from './rules/binding/binding-duplicate.ts';
import bindingFilterConsumerNamespace from './rules/binding/binding-filter-consumer-namespace.ts';
import bindingMissingConsumer from './rules/binding/binding-missing-consumer.ts';
import bindingMissingFilter from './rules/binding/binding-missing-filter.ts';
import bindingPathSyntax from './rules/binding/binding-path-syntax.ts';
import bindingPathUnescapedQuotes from './rules/binding/binding-path-unescaped-quotes.ts';
import bindingPreferAlias from './rules/binding/binding-prefer-alias.ts';
import bindingQosInvalid from './rules/binding/binding-qos-invalid.ts';
import bindingQosOverridden from './rules/binding/binding-qos-overridden.ts';
import bindingReferenceClass from './rules/binding/binding-reference-class.ts';
import bindingSlowDownProviders from './rules/binding/binding-slow-down-providers.ts';
import bindingSyncSlowConsumer from './rules/binding/binding-sync-slow-consumer.ts';
import mscDecoupledProvider from './rules/binding/msc-decoupled-provider.ts';
import mscOpenEventAccess from './rules/binding/msc-open-event-access.ts';
import mscOutOfProcessConsumer from './rules/binding/msc-out-of-process-consumer.ts';
import mscRequiresFullWrite from './rules/binding/msc-requires-full-write.ts';
import subscriptionNamespace from './rules/binding/subscription-namespace.ts';
import encodingUnicodeWithoutBom from './rules/pragma/encoding-unicode-without-bom.ts';
import encodingUtf8 from './rules/pragma/encoding-utf8.ts';
import includeCycle from './rules/pragma/include-cycle.ts';
import includeLimit from './rules/pragma/include-limit.ts';
import includeNotFound from './rules/pragma/include-not-found.ts';
import includeOutsideRoot from './rules/pragma/include-outside-root.ts';
import namespaceBeforeUse from './rules/pragma/namespace-before-use.ts';
import pragmaAmendmentLocale from './rules/pragma/pragma-amendment-locale.ts';
import pragmaAutorecoverMissing from './rules/pragma/pragma-autorecover-missing.ts';
import pragmaAutorecoverNoNamespace from './rules/pragma/pragma-autorecover-no-namespace.ts';
import pragmaClassflagsContradict from './rules/pragma/pragma-classflags-contradict.ts';
import pragmaClassflags from './rules/pragma/pragma-classflags.ts';
import pragmaDeleteFlag from './rules/pragma/pragma-delete-flag.ts';
import pragmaDeleteclassRisk from './rules/pragma/pragma-deleteclass-risk.ts';
import pragmaInstanceflags from './rules/pragma/pragma-instanceflags.ts';
import pragmaNamespaceMissing from './rules/pragma/pragma-namespace-missing.ts';
import pragmaNamespaceRemote from './rules/pragma/pragma-namespace-remote.ts';
import pragmaNamespaceSyntax from './rules/pragma/pragma-namespace-syntax.ts';
import pragmaUnknown from './rules/pragma/pragma-unknown.ts';
import arrayNullElement from './rules/syntax/array-null-element.ts';
import arrayTrailingComma from './rules/syntax/array-trailing-comma.ts';
import badEscape from './rules/syntax/bad-escape.ts';
import duplicateProperty from './rules/syntax/duplicate-property.ts';
import flavorUnknown from './rules/syntax/flavor-unknown.ts';
import missingSemicolonAfterBlock from './rules/syntax/missing-semicolon-after-block.ts';
import syntax from './rules/syntax/syntax.ts';
import typedefOrEnum from './rules/syntax/typedef-or-enum.ts';
import unterminatedComment from './rules/syntax/unterminated-comment.ts';
import unterminatedString from './rules/syntax/unterminated-string.ts';
import type { Rule } from './rule.ts';

/** Every rule that mofsec has. */
export const rules: readonly Rule[] = [
  // The text
  syntax,
  unterminatedString,
  unterminatedComment,
  missingSemicolonAfterBlock,
  typedefOrEnum,
  arrayTrailingComma,
  arrayNullElement,
  duplicateProperty,
  badEscape,
  flavorUnknown,
  // Aliases
  aliasBadName,
  aliasUndefined,
  aliasDuplicate,
  aliasCircular,
  aliasOnNonReference,
  aliasEmbedded,
  aliasOtherNamespace,
  aliasForwardReference,
  aliasUnused,
  // Pragmas, includes and encodings
  pragmaUnknown,
  pragmaNamespaceSyntax,
  pragmaNamespaceRemote,
  pragmaNamespaceMissing,
  pragmaAutorecoverMissing,
  pragmaAutorecoverNoNamespace,
  pragmaClassflags,
  pragmaClassflagsContradict,
  pragmaInstanceflags,
  pragmaDeleteFlag,
  pragmaDeleteclassRisk,
  pragmaAmendmentLocale,
  includeNotFound,
  includeCycle,
  includeOutsideRoot,
  includeLimit,
  namespaceBeforeUse,
  encodingUnicodeWithoutBom,
  encodingUtf8,
  // Bindings
  bindingMissingFilter,
  bindingMissingConsumer,
  bindingReferenceClass,
  bindingPathSyntax,
  bindingPathUnescapedQuotes,
  bindingDanglingPath,
  bindingFilterConsumerNamespace,
  bindingDuplicate,
  bindingDeliverSynchronously,
  bindingQosOverridden,
  bindingQosInvalid,
  bindingSyncSlowConsumer,
  bindingDeliverNull,
  bindingSlowDownProviders,
  bindingPreferAlias,
  mscOutOfProcessConsumer,
  mscOpenEventAccess,
  mscDecoupledProvider,
  mscRequiresFullWrite,
  subscriptionNamespace,
];
