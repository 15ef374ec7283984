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
import creatorSidAbsent from './rules/creator-sid/creator-sid-absent.ts';
import creatorSidAuthority from './rules/creator-sid/creator-sid-authority.ts';
import creatorSidBadRevision from './rules/creator-sid/creator-sid-bad-revision.ts';
import creatorSidBigEndianRid from './rules/creator-sid/creator-sid-big-endian-rid.ts';
import creatorSidBroad from './rules/creator-sid/creator-sid-broad.ts';
import creatorSidByteRange from './rules/creator-sid/creator-sid-byte-range.ts';
import creatorSidDomainAccount from './rules/creator-sid/creator-sid-domain-account.ts';
import creatorSidLength from './rules/creator-sid/creator-sid-length.ts';
import creatorSidLocalSystem from './rules/creator-sid/creator-sid-local-system.ts';
import creatorSidMismatch from './rules/creator-sid/creator-sid-mismatch.ts';
import creatorSidNotAdminSensitive from './rules/creator-sid/creator-sid-not-admin-sensitive.ts';
import creatorSidNotArray from './rules/creator-sid/creator-sid-not-array.ts';
import creatorSidNullElement from './rules/creator-sid/creator-sid-null-element.ts';
import creatorSidOctalByte from './rules/creator-sid/creator-sid-octal-byte.ts';
import creatorSidPartial from './rules/creator-sid/creator-sid-partial.ts';
import creatorSidSubauthorityCount from './rules/creator-sid/creator-sid-subauthority-count.ts';
import pollingQueryNonAdminCreator from './rules/creator-sid/polling-query-non-admin-creator.ts';
import eventAccessAceOrder from './rules/event-access/event-access-ace-order.ts';
import eventAccessBroadOwner from './rules/event-access/event-access-broad-owner.ts';
import eventAccessConditionalAce from './rules/event-access/event-access-conditional-ace.ts';
import eventAccessDenyCancelsAllow from './rules/event-access/event-access-deny-cancels-allow.ts';
import eventAccessEmptyDacl from './rules/event-access/event-access-empty-dacl.ts';
import eventAccessEmpty from './rules/event-access/event-access-empty.ts';
import eventAccessEveryone from './rules/event-access/event-access-everyone.ts';
import eventAccessExcludesProvider from './rules/event-access/event-access-excludes-provider.ts';
import eventAccessExtraBits from './rules/event-access/event-access-extra-bits.ts';
import eventAccessForeignRights from './rules/event-access/event-access-foreign-rights.ts';
import eventAccessGenericRights from './rules/event-access/event-access-generic-rights.ts';
import eventAccessInheritOnly from './rules/event-access/event-access-inherit-only.ts';
import eventAccessLabelTrustee from './rules/event-access/event-access-label-trustee.ts';
import eventAccessMissing from './rules/event-access/event-access-missing.ts';
import eventAccessNoGroup from './rules/event-access/event-access-no-group.ts';
import eventAccessNoOwner from './rules/event-access/event-access-no-owner.ts';
import eventAccessNoPublishRight from './rules/event-access/event-access-no-publish-right.ts';
import eventAccessNullDacl from './rules/event-access/event-access-null-dacl.ts';
import eventAccessObjectAce from './rules/event-access/event-access-object-ace.ts';
import eventAccessObscureRights from './rules/event-access/event-access-obscure-rights.ts';
import eventAccessOwnerRights from './rules/event-access/event-access-owner-rights.ts';
import eventAccessPlaceholderTrustee from './rules/event-access/event-access-placeholder-trustee.ts';
import eventAccessPointlessInheritance from './rules/event-access/event-access-pointless-inheritance.ts';
import eventAccessSaclIgnored from './rules/event-access/event-access-sacl-ignored.ts';
import eventAccessSubscribeConfused from './rules/event-access/event-access-subscribe-confused.ts';
import eventAccessTakeoverRight from './rules/event-access/event-access-takeover-right.ts';
import eventAccessType from './rules/event-access/event-access-type.ts';
import privilegedConsumerOpenFilter from './rules/event-access/privileged-consumer-open-filter.ts';
import sddlDomainRelativeAlias from './rules/event-access/sddl-domain-relative-alias.ts';
import sddlDuplicateAce from './rules/event-access/sddl-duplicate-ace.ts';
import sddlForeignDomainSid from './rules/event-access/sddl-foreign-domain-sid.ts';
import sddlInheritedFlag from './rules/event-access/sddl-inherited-flag.ts';
import sddlLowercase from './rules/event-access/sddl-lowercase.ts';
import sddlMaskNotHexadecimal from './rules/event-access/sddl-mask-not-hexadecimal.ts';
import sddlMaskOverflow from './rules/event-access/sddl-mask-overflow.ts';
import sddlSyntax from './rules/event-access/sddl-syntax.ts';
import sddlUnknownAceType from './rules/event-access/sddl-unknown-ace-type.ts';
import sddlUnknownRight from './rules/event-access/sddl-unknown-right.ts';
import sddlUnknownSidToken from './rules/event-access/sddl-unknown-sid-token.ts';
import sddlUnusualForm from './rules/event-access/sddl-unusual-form.ts';
import encodingUnicodeWithoutBom from './rules/pragma/encoding-unicode-without-bom.ts';
import encodingUtf8 from './rules/pragma/encoding-utf8.ts';
import includeCycle from './rules/pragma/include-cycle.ts';
import includeLimit from './rules/pragma/include-limit.ts';
import includeNotFound from './rules/pragma/include-not-found.ts';
import includeOutsideRoot from './rules/pragma/include-outside-root.ts';
import includeWithoutParentheses from './rules/pragma/include-without-parentheses.ts';
import namespaceBeforeUse from './rules/pragma/namespace-before-use.ts';
import pragmaAmendmentLocale from './rules/pragma/pragma-amendment-locale.ts';
import pragmaAutorecoverMissing from './rules/pragma/pragma-autorecover-missing.ts';
import pragmaAutorecoverNoNamespace from './rules/pragma/pragma-autorecover-no-namespace.ts';
import pragmaClassflagsContradict from './rules/pragma/pragma-classflags-contradict.ts';
import pragmaClassflags from './rules/pragma/pragma-classflags.ts';
import pragmaDeleteFlag from './rules/pragma/pragma-delete-flag.ts';
import pragmaDeleteclassRisk from './rules/pragma/pragma-deleteclass-risk.ts';
import pragmaInstanceflags from './rules/pragma/pragma-instanceflags.ts';
import pragmaDmtf from './rules/pragma/pragma-dmtf.ts';
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
import valueWithoutQuotes from './rules/syntax/value-without-quotes.ts';
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
  valueWithoutQuotes,
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
  pragmaDmtf,
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
  includeWithoutParentheses,
  includeCycle,
  includeOutsideRoot,
  includeLimit,
  namespaceBeforeUse,
  encodingUnicodeWithoutBom,
  encodingUtf8,
  // CreatorSID
  creatorSidNotArray,
  creatorSidNullElement,
  creatorSidByteRange,
  creatorSidOctalByte,
  creatorSidBadRevision,
  creatorSidSubauthorityCount,
  creatorSidLength,
  creatorSidBigEndianRid,
  creatorSidAuthority,
  creatorSidMismatch,
  creatorSidPartial,
  creatorSidAbsent,
  creatorSidNotAdminSensitive,
  pollingQueryNonAdminCreator,
  creatorSidBroad,
  creatorSidDomainAccount,
  creatorSidLocalSystem,
  // EventAccess and SDDL
  eventAccessAceOrder,
  eventAccessBroadOwner,
  eventAccessConditionalAce,
  eventAccessDenyCancelsAllow,
  eventAccessEmptyDacl,
  eventAccessEmpty,
  eventAccessEveryone,
  eventAccessExcludesProvider,
  eventAccessExtraBits,
  eventAccessForeignRights,
  eventAccessGenericRights,
  eventAccessInheritOnly,
  eventAccessLabelTrustee,
  eventAccessMissing,
  eventAccessNoGroup,
  eventAccessNoOwner,
  eventAccessNoPublishRight,
  eventAccessNullDacl,
  eventAccessObjectAce,
  eventAccessObscureRights,
  eventAccessOwnerRights,
  eventAccessPlaceholderTrustee,
  eventAccessPointlessInheritance,
  eventAccessSaclIgnored,
  eventAccessSubscribeConfused,
  eventAccessTakeoverRight,
  eventAccessType,
  privilegedConsumerOpenFilter,
  sddlDomainRelativeAlias,
  sddlDuplicateAce,
  sddlForeignDomainSid,
  sddlInheritedFlag,
  sddlLowercase,
  sddlMaskNotHexadecimal,
  sddlMaskOverflow,
  sddlSyntax,
  sddlUnknownAceType,
  sddlUnknownRight,
  sddlUnknownSidToken,
  sddlUnusualForm,
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
