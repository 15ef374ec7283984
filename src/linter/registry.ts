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
import carrierCharactersInText from './rules/carrier/carrier-characters-in-text.ts';
import carrierComment from './rules/carrier/carrier-comment.ts';
import carrierDoubledBackslashes from './rules/carrier/carrier-doubled-backslashes.ts';
import carrierEscapedText from './rules/carrier/carrier-escaped-text.ts';
import carrierEventLog from './rules/carrier/carrier-event-log.ts';
import carrierHostCode from './rules/carrier/carrier-host-code.ts';
import carrierHtml from './rules/carrier/carrier-html.ts';
import carrierInvisibleCharacters from './rules/carrier/carrier-invisible-characters.ts';
import carrierLineMarks from './rules/carrier/carrier-line-marks.ts';
import carrierLostAlias from './rules/carrier/carrier-lost-alias.ts';
import carrierLostBackslashes from './rules/carrier/carrier-lost-backslashes.ts';
import carrierLostBlanks from './rules/carrier/carrier-lost-blanks.ts';
import carrierLostHash from './rules/carrier/carrier-lost-hash.ts';
import carrierMarkdown from './rules/carrier/carrier-markdown.ts';
import carrierPlaceholder from './rules/carrier/carrier-placeholder.ts';
import carrierPlaceholderInText from './rules/carrier/carrier-placeholder-in-text.ts';
import carrierTypographicQuotes from './rules/carrier/carrier-typographic-quotes.ts';
import abstractFromConcrete from './rules/class/abstract-from-concrete.ts';
import abstractInstance from './rules/class/abstract-instance.ts';
import associationReferenceCount from './rules/class/association-reference-count.ts';
import classDuplicate from './rules/class/class-duplicate.ts';
import classMisspelt from './rules/class/class-misspelt.ts';
import classNameUnderscore from './rules/class/class-name-underscore.ts';
import classWithoutKey from './rules/class/class-without-key.ts';
import identifierLength from './rules/class/identifier-length.ts';
import instanceWithoutKey from './rules/class/instance-without-key.ts';
import keyBadType from './rules/class/key-bad-type.ts';
import keyControlCharacter from './rules/class/key-control-character.ts';
import keyDefaultValue from './rules/class/key-default-value.ts';
import keyInDerived from './rules/class/key-in-derived.ts';
import keyMissing from './rules/class/key-missing.ts';
import propertyKeywordName from './rules/class/property-keyword-name.ts';
import propertyOverrideType from './rules/class/property-override-type.ts';
import singletonWithKey from './rules/class/singleton-with-key.ts';
import superclassLater from './rules/class/superclass-later.ts';
import systemClassDefinition from './rules/class/system-class-definition.ts';
import systemPropertyAssigned from './rules/class/system-property-assigned.ts';
import terminalAbstract from './rules/class/terminal-abstract.ts';
import tooManyKeys from './rules/class/too-many-keys.ts';
import tooManyProperties from './rules/class/too-many-properties.ts';
import arrayInitializerOnScalar from './rules/type/array-initializer-on-scalar.ts';
import datetimeFormat from './rules/type/datetime-format.ts';
import defaultOutsideLimits from './rules/type/default-outside-limits.ts';
import embeddedClass from './rules/type/embedded-class.ts';
import floatToInteger from './rules/type/float-to-integer.ts';
import intervalFormat from './rules/type/interval-format.ts';
import nullNotAllowed from './rules/type/null-not-allowed.ts';
import numericOutOfRange from './rules/type/numeric-out-of-range.ts';
import octalLiteral from './rules/type/octal-literal.ts';
import propertyType from './rules/type/property-type.ts';
import propertyUnknown from './rules/type/property-unknown.ts';
import referenceClass from './rules/type/reference-class.ts';
import typeMisspelt from './rules/type/type-misspelt.ts';
import typeUnsupported from './rules/type/type-unsupported.ts';
import valueConversion from './rules/type/value-conversion.ts';
import valueOutsideLimits from './rules/type/value-outside-limits.ts';
import keyStaticFalse from './rules/qualifier/key-static-false.ts';
import limitMisplaced from './rules/qualifier/limit-misplaced.ts';
import qualifierCimtype from './rules/qualifier/qualifier-cimtype.ts';
import qualifierDuplicate from './rules/qualifier/qualifier-duplicate.ts';
import qualifierFlavorConflict from './rules/qualifier/qualifier-flavor-conflict.ts';
import qualifierMustBeTrue from './rules/qualifier/qualifier-must-be-true.ts';
import qualifierOverride from './rules/qualifier/qualifier-override.ts';
import qualifierScope from './rules/qualifier/qualifier-scope.ts';
import qualifierType from './rules/qualifier/qualifier-type.ts';
import qualifierValue from './rules/qualifier/qualifier-value.ts';
import valueMapLength from './rules/qualifier/value-map-length.ts';
import methodArrayReturn from './rules/method/method-array-return.ts';
import methodDuplicate from './rules/method/method-duplicate.ts';
import methodParameterDirection from './rules/method/method-parameter-direction.ts';
import parameterDuplicate from './rules/method/parameter-duplicate.ts';
import eventNamespaceBadEscape from './rules/filter/event-namespace-bad-escape.ts';
import eventNamespaceRemote from './rules/filter/event-namespace-remote.ts';
import eventNamespaceSyntax from './rules/filter/event-namespace-syntax.ts';
import filterDuplicateName from './rules/filter/filter-duplicate-name.ts';
import filterMissingName from './rules/filter/filter-missing-name.ts';
import filterMissingQuery from './rules/filter/filter-missing-query.ts';
import filterMissingQueryLanguage from './rules/filter/filter-missing-query-language.ts';
import filterQueryLanguageNotWql from './rules/filter/filter-query-language-not-wql.ts';
import filterUnbound from './rules/filter/filter-unbound.ts';
import inboxSubscriptionOverwritten from './rules/filter/inbox-subscription-overwritten.ts';
import consumerBaseInstantiated from './rules/consumer/consumer-base-instantiated.ts';
import consumerClassCloned from './rules/consumer/consumer-class-cloned.ts';
import consumerClassNoKey from './rules/consumer/consumer-class-no-key.ts';
import consumerClassUnresolved from './rules/consumer/consumer-class-unresolved.ts';
import consumerDuplicateName from './rules/consumer/consumer-duplicate-name.ts';
import consumerMachineName from './rules/consumer/consumer-machine-name.ts';
import consumerMissingName from './rules/consumer/consumer-missing-name.ts';
import consumerPropertyType from './rules/consumer/consumer-property-type.ts';
import consumerTextTooLong from './rules/consumer/consumer-text-too-long.ts';
import consumerUnbound from './rules/consumer/consumer-unbound.ts';
import consumerUnknownProperty from './rules/consumer/consumer-unknown-property.ts';
import consumerWrongNamespace from './rules/consumer/consumer-wrong-namespace.ts';
import pathBadEscape from './rules/consumer/path-bad-escape.ts';
import scriptEngineDeprecated from './rules/consumer/script-engine-deprecated.ts';
import scriptEngineMissing from './rules/consumer/script-engine-missing.ts';
import scriptFileInsecureLocation from './rules/consumer/script-file-insecure-location.ts';
import scriptFileNotAbsolute from './rules/consumer/script-file-not-absolute.ts';
import scriptKillTimeoutZero from './rules/consumer/script-kill-timeout-zero.ts';
import scriptLanguageMismatch from './rules/consumer/script-language-mismatch.ts';
import scriptMsgbox from './rules/consumer/script-msgbox.ts';
import scriptSettingTimeout from './rules/consumer/script-setting-timeout.ts';
import scriptSourceBoth from './rules/consumer/script-source-both.ts';
import scriptSourceNone from './rules/consumer/script-source-none.ts';
import scriptWscriptObject from './rules/consumer/script-wscript-object.ts';
import cmdlineArgv0Missing from './rules/consumer/cmdline-argv0-missing.ts';
import cmdlineBatchFile from './rules/consumer/cmdline-batch-file.ts';
import cmdlineEventDataInShell from './rules/consumer/cmdline-event-data-in-shell.ts';
import cmdlineExecutablePathMissing from './rules/consumer/cmdline-executable-path-missing.ts';
import cmdlineInsecureExecutable from './rules/consumer/cmdline-insecure-executable.ts';
import cmdlineInsecureOutput from './rules/consumer/cmdline-insecure-output.ts';
import cmdlineJoinMissingSpace from './rules/consumer/cmdline-join-missing-space.ts';
import cmdlineKillTimeoutZero from './rules/consumer/cmdline-kill-timeout-zero.ts';
import cmdlineMissingExtension from './rules/consumer/cmdline-missing-extension.ts';
import cmdlineModuleFromEvent from './rules/consumer/cmdline-module-from-event.ts';
import cmdlineNoExecutable from './rules/consumer/cmdline-no-executable.ts';
import cmdlinePriorityHigh from './rules/consumer/cmdline-priority-high.ts';
import cmdlinePriorityInvalid from './rules/consumer/cmdline-priority-invalid.ts';
import cmdlineRelativeExecutable from './rules/consumer/cmdline-relative-executable.ts';
import cmdlineRunInteractively from './rules/consumer/cmdline-run-interactively.ts';
import cmdlineUnquotedSpaces from './rules/consumer/cmdline-unquoted-spaces.ts';
import cmdlineUnusedProperty from './rules/consumer/cmdline-unused-property.ts';
import logfileInsecureDirectory from './rules/consumer/logfile-insecure-directory.ts';
import logfileMissingFilename from './rules/consumer/logfile-missing-filename.ts';
import logfileMissingText from './rules/consumer/logfile-missing-text.ts';
import logfileUnlimitedSize from './rules/consumer/logfile-unlimited-size.ts';
import ntlogEventType from './rules/consumer/ntlog-event-type.ts';
import ntlogInsertionCount from './rules/consumer/ntlog-insertion-count.ts';
import ntlogJoinedInsertionStrings from './rules/consumer/ntlog-joined-insertion-strings.ts';
import ntlogMissingEventId from './rules/consumer/ntlog-missing-event-id.ts';
import ntlogMissingSource from './rules/consumer/ntlog-missing-source.ts';
import ntlogRemote from './rules/consumer/ntlog-remote.ts';
import ntlogSecurityLog from './rules/consumer/ntlog-security-log.ts';
import ntlogSourceColon from './rules/consumer/ntlog-source-colon.ts';
import smtpMissingServer from './rules/consumer/smtp-missing-server.ts';
import smtpNoRecipient from './rules/consumer/smtp-no-recipient.ts';
import smtpNonAscii from './rules/consumer/smtp-non-ascii.ts';
import smtpTemplateRecipient from './rules/consumer/smtp-template-recipient.ts';
import templateEnvironmentVariable from './rules/template/template-environment-variable.ts';
import templateInsideQuotes from './rules/template/template-inside-quotes.ts';
import templateUnbalancedPercent from './rules/template/template-unbalanced-percent.ts';
import templateUnknownProperty from './rules/template/template-unknown-property.ts';
import suppressionInvalid from './rules/suppression/suppression-invalid.ts';
import suppressionUnknownRule from './rules/suppression/suppression-unknown-rule.ts';
import suppressionUnused from './rules/suppression/suppression-unused.ts';
import clearTextPassword from './rules/suspicious/clear-text-password.ts';
import cmdlineSuspiciousContent from './rules/suspicious/cmdline-suspicious-content.ts';
import scriptSuspiciousContent from './rules/suspicious/script-suspicious-content.ts';
import consumerClassNamesMissing from './rules/provider/consumer-class-names-missing.ts';
import decoupledClassPropertyProvider from './rules/provider/decoupled-class-property-provider.ts';
import decoupledSdMissing from './rules/provider/decoupled-sd-missing.ts';
import decoupledSdOpen from './rules/provider/decoupled-sd-open.ts';
import decoupledWrongClsid from './rules/provider/decoupled-wrong-clsid.ts';
import eventQueryIntrinsicTarget from './rules/provider/event-query-intrinsic-target.ts';
import eventQueryListEmpty from './rules/provider/event-query-list-empty.ts';
import eventQueryNotEvent from './rules/provider/event-query-not-event.ts';
import eventQueryPartialInstances from './rules/provider/event-query-partial-instances.ts';
import eventQueryTooBroad from './rules/provider/event-query-too-broad.ts';
import hostingFoldIdentityFalse from './rules/provider/hosting-fold-identity-false.ts';
import hostingModelLocalSystem from './rules/provider/hosting-model-local-system.ts';
import hostingModelMissing from './rules/provider/hosting-model-missing.ts';
import hostingModelUnknown from './rules/provider/hosting-model-unknown.ts';
import hostingNoncom from './rules/provider/hosting-noncom.ts';
import providerAdminFirst from './rules/provider/provider-admin-first.ts';
import providerClsidFormat from './rules/provider/provider-clsid-format.ts';
import providerClsidMissing from './rules/provider/provider-clsid-missing.ts';
import providerImpersonationPeruser from './rules/provider/provider-impersonation-peruser.ts';
import providerReentrancyValue from './rules/provider/provider-reentrancy-value.ts';
import providerSdNonDecoupled from './rules/provider/provider-sd-non-decoupled.ts';
import providerUnregistered from './rules/provider/provider-unregistered.ts';
import providerUnusedProperty from './rules/provider/provider-unused-property.ts';
import providerVersionValue from './rules/provider/provider-version-value.ts';
import registrationDuplicate from './rules/provider/registration-duplicate.ts';
import registrationProviderMissing from './rules/provider/registration-provider-missing.ts';
import dynamicFalse from './rules/provider/dynamic-false.ts';
import dynamicWithoutProvider from './rules/provider/dynamic-without-provider.ts';
import eventClassBase from './rules/provider/event-class-base.ts';
import eventSdNull from './rules/provider/event-sd-null.ts';
import eventSdType from './rules/provider/event-sd-type.ts';
import providerQualifierUnresolved from './rules/provider/provider-qualifier-unresolved.ts';
import providerWithoutDynamic from './rules/provider/provider-without-dynamic.ts';
import staticDerivedFromDynamic from './rules/provider/static-derived-from-dynamic.ts';
import eventNamespaceMissing from './rules/filter/event-namespace-missing.ts';
import eventNamespaceWrong from './rules/filter/event-namespace-wrong.ts';
import localtimeUnboundedFields from './rules/wql/localtime-unbounded-fields.ts';
import registryEventNamespace from './rules/wql/registry-event-namespace.ts';
import registryHiveUnsupported from './rules/wql/registry-hive-unsupported.ts';
import registryWhereIncomplete from './rules/wql/registry-where-incomplete.ts';
import registryWrongProperty from './rules/wql/registry-wrong-property.ts';
import timerInstructionLegacy from './rules/wql/timer-instruction-legacy.ts';
import timerIntervalMissing from './rules/wql/timer-interval-missing.ts';
import timerIntervalTooSmall from './rules/wql/timer-interval-too-small.ts';
import timerQueryWithoutInstruction from './rules/wql/timer-query-without-instruction.ts';
import wqlArithmetic from './rules/wql/wql-arithmetic.ts';
import wqlBoolRelational from './rules/wql/wql-bool-relational.ts';
import wqlDataQueryInFilter from './rules/wql/wql-data-query-in-filter.ts';
import wqlEqualsWithWildcard from './rules/wql/wql-equals-with-wildcard.ts';
import wqlGroupByObject from './rules/wql/wql-group-by-object.ts';
import wqlGroupInterval from './rules/wql/wql-group-interval.ts';
import wqlGroupOrder from './rules/wql/wql-group-order.ts';
import wqlGroupWithoutWithin from './rules/wql/wql-group-without-within.ts';
import wqlHavingNotNumberofevents from './rules/wql/wql-having-not-numberofevents.ts';
import wqlHavingWithoutGroup from './rules/wql/wql-having-without-group.ts';
import wqlIntrinsicWithoutIsa from './rules/wql/wql-intrinsic-without-isa.ts';
import wqlIsNonNull from './rules/wql/wql-is-non-null.ts';
import wqlLikeUnderscore from './rules/wql/wql-like-underscore.ts';
import wqlLiteralJoinMissingSpace from './rules/wql/wql-literal-join-missing-space.ts';
import wqlMethodInvocationEvent from './rules/wql/wql-method-invocation-event.ts';
import wqlMissingWhere from './rules/wql/wql-missing-where.ts';
import wqlMissingWithin from './rules/wql/wql-missing-within.ts';
import wqlNotEventClass from './rules/wql/wql-not-event-class.ts';
import wqlNullSystemProperty from './rules/wql/wql-null-system-property.ts';
import wqlParseError from './rules/wql/wql-parse-error.ts';
import wqlPreviousinstance from './rules/wql/wql-previousinstance.ts';
import wqlPropertyVsProperty from './rules/wql/wql-property-vs-property.ts';
import wqlSingleBackslash from './rules/wql/wql-single-backslash.ts';
import wqlTargetinstanceOnExtrinsic from './rules/wql/wql-targetinstance-on-extrinsic.ts';
import wqlUnknownEventProperty from './rules/wql/wql-unknown-event-property.ts';
import wqlWithinBelowRecommended from './rules/wql/wql-within-below-recommended.ts';
import wqlWithinNumber from './rules/wql/wql-within-number.ts';
import wqlWithinOnExtrinsic from './rules/wql/wql-within-on-extrinsic.ts';
import wqlWithinOrder from './rules/wql/wql-within-order.ts';
import wqlWithinTooSmall from './rules/wql/wql-within-too-small.ts';
import namespaceName from './rules/namespace/namespace-name.ts';
import namespaceSddlAbsent from './rules/namespace/namespace-sddl-absent.ts';
import namespaceSddlFullWriteAlone from './rules/namespace/namespace-sddl-full-write-alone.ts';
import namespaceSddlFullWriteBroad from './rules/namespace/namespace-sddl-full-write-broad.ts';
import namespaceSddlInheritOnly from './rules/namespace/namespace-sddl-inherit-only.ts';
import namespaceSddlLowercase from './rules/namespace/namespace-sddl-lowercase.ts';
import namespaceSddlNoDacl from './rules/namespace/namespace-sddl-no-dacl.ts';
import namespaceSddlNoOwnerGroup from './rules/namespace/namespace-sddl-no-owner-group.ts';
import namespaceSddlRemoteBroad from './rules/namespace/namespace-sddl-remote-broad.ts';
import namespaceSddlUnknownBits from './rules/namespace/namespace-sddl-unknown-bits.ts';
import namespaceSddlWriteDacBroad from './rules/namespace/namespace-sddl-write-dac-broad.ts';
import requiresEncryptionAbsent from './rules/namespace/requires-encryption-absent.ts';
import requiresEncryptionPlacement from './rules/namespace/requires-encryption-placement.ts';
import requiresEncryptionValue from './rules/namespace/requires-encryption-value.ts';
import wdmDataIdGap from './rules/wdm/wdm-data-id-gap.ts';
import wdmEventBase from './rules/wdm/wdm-event-base.ts';
import wdmExtraKey from './rules/wdm/wdm-extra-key.ts';
import wdmInstanceName from './rules/wdm/wdm-instance-name.ts';
import wdmRequiredQualifiers from './rules/wdm/wdm-required-qualifiers.ts';
import wdmSizeisScalar from './rules/wdm/wdm-sizeis-scalar.ts';
import wdmTimestampWidth from './rules/wdm/wdm-timestamp-width.ts';
import { type Preset, presetsOf } from './presets.ts';
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
  // Damage from other languages
  carrierEscapedText,
  carrierHostCode,
  carrierHtml,
  carrierMarkdown,
  carrierLineMarks,
  carrierTypographicQuotes,
  carrierInvisibleCharacters,
  carrierComment,
  carrierEventLog,
  carrierLostHash,
  carrierLostAlias,
  carrierLostBlanks,
  carrierLostBackslashes,
  carrierDoubledBackslashes,
  carrierPlaceholder,
  carrierPlaceholderInText,
  carrierCharactersInText,
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
  // Classes and their instances
  classMisspelt,
  superclassLater,
  classDuplicate,
  classWithoutKey,
  systemClassDefinition,
  classNameUnderscore,
  identifierLength,
  propertyKeywordName,
  tooManyProperties,
  tooManyKeys,
  terminalAbstract,
  abstractFromConcrete,
  singletonWithKey,
  associationReferenceCount,
  keyBadType,
  keyControlCharacter,
  keyInDerived,
  keyDefaultValue,
  propertyOverrideType,
  abstractInstance,
  instanceWithoutKey,
  keyMissing,
  systemPropertyAssigned,
  // Types and values
  typeMisspelt,
  typeUnsupported,
  propertyUnknown,
  propertyType,
  valueConversion,
  arrayInitializerOnScalar,
  nullNotAllowed,
  numericOutOfRange,
  floatToInteger,
  octalLiteral,
  datetimeFormat,
  intervalFormat,
  defaultOutsideLimits,
  valueOutsideLimits,
  referenceClass,
  embeddedClass,
  // Qualifiers
  qualifierDuplicate,
  qualifierFlavorConflict,
  qualifierOverride,
  qualifierCimtype,
  qualifierMustBeTrue,
  qualifierScope,
  qualifierType,
  qualifierValue,
  keyStaticFalse,
  limitMisplaced,
  valueMapLength,
  // Methods
  methodArrayReturn,
  methodParameterDirection,
  methodDuplicate,
  parameterDuplicate,
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
  // Event filters
  eventNamespaceBadEscape,
  eventNamespaceMissing,
  eventNamespaceRemote,
  eventNamespaceSyntax,
  eventNamespaceWrong,
  filterDuplicateName,
  filterMissingName,
  filterMissingQuery,
  filterMissingQueryLanguage,
  filterQueryLanguageNotWql,
  filterUnbound,
  inboxSubscriptionOverwritten,
  // Queries
  wqlParseError,
  wqlNotEventClass,
  wqlDataQueryInFilter,
  wqlMissingWithin,
  wqlWithinTooSmall,
  wqlWithinBelowRecommended,
  wqlWithinOrder,
  wqlWithinOnExtrinsic,
  wqlWithinNumber,
  wqlMissingWhere,
  wqlIntrinsicWithoutIsa,
  wqlTargetinstanceOnExtrinsic,
  wqlPreviousinstance,
  wqlUnknownEventProperty,
  wqlGroupWithoutWithin,
  wqlHavingWithoutGroup,
  wqlHavingNotNumberofevents,
  wqlGroupInterval,
  wqlGroupByObject,
  wqlGroupOrder,
  wqlIsNonNull,
  wqlBoolRelational,
  wqlPropertyVsProperty,
  wqlArithmetic,
  wqlNullSystemProperty,
  wqlSingleBackslash,
  wqlLikeUnderscore,
  wqlEqualsWithWildcard,
  wqlMethodInvocationEvent,
  wqlLiteralJoinMissingSpace,
  registryWhereIncomplete,
  registryWrongProperty,
  registryHiveUnsupported,
  registryEventNamespace,
  timerQueryWithoutInstruction,
  timerIntervalMissing,
  timerIntervalTooSmall,
  timerInstructionLegacy,
  localtimeUnboundedFields,
  // Consumers
  consumerBaseInstantiated,
  consumerClassCloned,
  consumerClassNoKey,
  consumerClassUnresolved,
  consumerDuplicateName,
  consumerMachineName,
  consumerTextTooLong,
  consumerMissingName,
  consumerPropertyType,
  consumerUnbound,
  consumerUnknownProperty,
  consumerWrongNamespace,
  pathBadEscape,
  scriptEngineDeprecated,
  scriptEngineMissing,
  scriptFileInsecureLocation,
  scriptFileNotAbsolute,
  scriptKillTimeoutZero,
  scriptSettingTimeout,
  scriptLanguageMismatch,
  scriptMsgbox,
  scriptSourceBoth,
  scriptSourceNone,
  scriptWscriptObject,
  cmdlineArgv0Missing,
  cmdlineBatchFile,
  cmdlineEventDataInShell,
  cmdlineExecutablePathMissing,
  cmdlineInsecureExecutable,
  cmdlineInsecureOutput,
  cmdlineJoinMissingSpace,
  cmdlineKillTimeoutZero,
  cmdlineMissingExtension,
  cmdlineModuleFromEvent,
  cmdlineNoExecutable,
  cmdlinePriorityHigh,
  cmdlinePriorityInvalid,
  cmdlineRelativeExecutable,
  cmdlineRunInteractively,
  cmdlineUnquotedSpaces,
  cmdlineUnusedProperty,
  logfileInsecureDirectory,
  logfileMissingFilename,
  logfileMissingText,
  logfileUnlimitedSize,
  ntlogEventType,
  ntlogInsertionCount,
  ntlogJoinedInsertionStrings,
  ntlogMissingEventId,
  ntlogMissingSource,
  ntlogRemote,
  ntlogSourceColon,
  ntlogSecurityLog,
  smtpMissingServer,
  smtpNoRecipient,
  smtpNonAscii,
  smtpTemplateRecipient,
  // Templates
  templateEnvironmentVariable,
  templateInsideQuotes,
  templateUnbalancedPercent,
  templateUnknownProperty,
  // What is suspicious
  clearTextPassword,
  cmdlineSuspiciousContent,
  scriptSuspiciousContent,
  // Providers and their registrations
  dynamicFalse,
  dynamicWithoutProvider,
  eventClassBase,
  eventSdNull,
  eventSdType,
  providerQualifierUnresolved,
  providerWithoutDynamic,
  staticDerivedFromDynamic,
  consumerClassNamesMissing,
  decoupledClassPropertyProvider,
  decoupledSdMissing,
  decoupledSdOpen,
  decoupledWrongClsid,
  eventQueryIntrinsicTarget,
  eventQueryListEmpty,
  eventQueryNotEvent,
  eventQueryPartialInstances,
  eventQueryTooBroad,
  hostingFoldIdentityFalse,
  hostingModelLocalSystem,
  hostingModelMissing,
  hostingModelUnknown,
  hostingNoncom,
  providerAdminFirst,
  providerClsidFormat,
  providerClsidMissing,
  providerImpersonationPeruser,
  providerReentrancyValue,
  providerSdNonDecoupled,
  providerUnregistered,
  providerUnusedProperty,
  providerVersionValue,
  registrationDuplicate,
  registrationProviderMissing,
  // Security of namespaces
  namespaceName,
  namespaceSddlAbsent,
  namespaceSddlFullWriteAlone,
  namespaceSddlFullWriteBroad,
  namespaceSddlInheritOnly,
  namespaceSddlLowercase,
  namespaceSddlNoDacl,
  namespaceSddlNoOwnerGroup,
  namespaceSddlRemoteBroad,
  namespaceSddlUnknownBits,
  namespaceSddlWriteDacBroad,
  requiresEncryptionAbsent,
  requiresEncryptionPlacement,
  requiresEncryptionValue,
  // Classes of drivers
  wdmDataIdGap,
  wdmEventBase,
  wdmExtraKey,
  wdmInstanceName,
  wdmRequiredQualifiers,
  wdmSizeisScalar,
  wdmTimestampWidth,
  // Comments that suppress findings
  suppressionInvalid,
  suppressionUnknownRule,
  suppressionUnused,
];

/** The rules of a preset in the same order; the same array each time. */
export function rulesOf(preset: Preset): readonly Rule[] {
  return ruleSets[preset];
}

const ruleSets: Readonly<Record<Preset, readonly Rule[]>> = {
  mofcomp: rules.filter((rule) => presetsOf(rule).includes('mofcomp')),
  recommended: rules.filter((rule) => presetsOf(rule).includes('recommended')),
  strict: rules,
};
