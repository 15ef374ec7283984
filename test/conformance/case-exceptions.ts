/**
 * The cases in which mofsec's verdict differs from that of the compiler whose test suite they are from, each with the
 * reason: WMI's MOF is another one, and the difference is meant to stay.
 */
export interface CaseException {
  readonly reason: string;
  readonly files: readonly string[];
}

export const caseExceptions: readonly CaseException[] = [
  {
    reason:
      "DMTF's #pragma include is a warning of its own (pragma-dmtf), also where the file is missing",
    files: ['probe/pragma-include-missing.mof'],
  },
  {
    reason:
      "DMTF's #pragma include is a warning of its own (pragma-dmtf), and the included file is not there",
    files: [
      'omi/codec/TestClass_IncludeMof_InvalidMof1_Ensure_NoMemoryLeak-1.mof',
      'omi/codec/TestClass_IncludeMof_InvalidMof2_Ensure_NoMemoryLeak-1.mof',
    ],
  },
  {
    reason: 'MOF inside a string of a property: WMI does not read it',
    files: ['probe/inst-embedded-qual-bad.mof'],
  },
  {
    reason: "Microsoft's own classes have empty qualifier lists",
    files: ['probe/qual-empty-brackets.mof'],
  },
  {
    reason: 'WMI allows references in any class',
    files: ['probe/ref-outside-assoc.mof'],
  },
  {
    reason: 'WMI never declares qualifiers',
    files: ['openpegasus/compiler/cmdline__tests__InvalidMof1.mof', 'probe/qual-undeclared.mof'],
  },
  {
    reason:
      'an object path is a string in every grammar; all compilers that were tried refuse it too',
    files: ['probe/inst-ref-bare-path.mof'],
  },
  {
    reason: 'how mofcomp takes an unknown escape is not known: a warning (bad-escape)',
    files: ['omi/codec/InvalidMofs-14.mof', 'probe/escape-unknown.mof', 'probe/escape-x0.mof'],
  },
  {
    reason: 'mofcomp refuses NULL in an array (0x80044020); DSP0004 allows it',
    files: ['probe/inst-array-null-elem.mof'],
  },
  {
    reason: 'mofcomp refuses an unknown pragma (0x80044012); DMTF compilers skip it',
    files: [
      'openpegasus/compiler/tests__invalidMOF__InvalidPragma1.mof',
      'probe/pragma-unknown.mof',
    ],
  },
  {
    reason: 'real files for mofcomp have line breaks in strings (41 of the corpus)',
    files: ['probe/string-newline.mof'],
  },
  {
    reason: 'the class may be on the machine',
    files: [
      'omi/codec/TestClass_BLUEBUG_366961-1.mof',
      'omi/codec/TestClass_NoParentSchema_SchemaValidateOptions-1.mof',
      'openpegasus/compiler/tests__invalidMOF__InstAliasError.mof',
      'probe/class-undefined-super.mof',
      'probe/inst-unknown-class.mof',
      'pywbem/inline/TestClassOperations_test_createclass_mof_er_Create_class_where_dependent_class_does_not_ex.mof',
      'pywbem/inline/TestParseError_test_instance_wo_class.mof',
      'pywbem/inline/TestParseError_test_missing_superclass.mof',
      'pywbem/inline/TestPartialSchema_test_compile_class_ref_err.mof',
    ],
  },
  {
    reason: 'the file defines the alias $foo3 twice, which mofcomp refuses (0x80044024)',
    files: [
      'pywbem/pywbemtools/simple_foo_mock_model.mof',
      'pywbem/pywbemtools/simple_mock_model.mof',
    ],
  },
  {
    reason:
      'the file sets IndicationName twice in one instance, which mofcomp refuses (0x8004401B)',
    files: ['pywbem/pywbemtools/qualifier_filter_model.mof'],
  },
  {
    reason: "Microsoft's own class puts maxlen at a UINT16, where it means nothing",
    files: ['kingsland/winxp/WinXpProSp3CIMV2.mof'],
  },
  {
    reason: 'WMI refuses an instance of a class that has no key (0x80041089)',
    files: [
      'omi/codec/TestClass_BLUEBUG_61176-1.mof',
      'omi/codec/TestInstance_EmptyArray_BLUEBUG_148688-1.mof',
      'omi/codec/TestInstance_Schema_Miscs-3.mof',
      'pywbem/inline/TestInstancesUnicode_test_instance_unicode_escape-2.mof',
      'pywbem/inline/TestInstancesUnicode_test_instance_unicode_literal.mof',
    ],
  },
  {
    reason: 'mofcomp refuses a parameter that is neither in nor out (0x80044027); in CIM it is in',
    files: [
      'omi/codec/TestClass_Ref_EmbeddedClass-1.mof',
      'omi/samples/samples__Providers__Demo-i2__schema.mof',
      'omi/samples/samples__Providers__PersonProviderCXX__schema.mof',
      'omi/samples/samples__Providers__PersonProvider__schema.mof',
      'omi/samples/samples__Providers__TestClass_MethodProvider_Calc__TestClass_MethodProvider_Calc_OMI.mof',
      'omi/samples/samples__Providers__Test_SchemaRetrieval__schema.mof',
      'openpegasus/providers/src__Providers__TestProviders__Load__FailureTestIndication.mof',
      'openpegasus/providers/src__Providers__TestProviders__Load__IndicationStressTestProviderSchema.mof',
      'pywbem/inline/TestPartialSchema_test_compile_class_circular.mof',
      'pywbem/inline/TestPartialSchema_test_compile_class_embinst.mof',
      'pywbem/inline/TestPartialSchema_test_compile_classmethod_ref.mof',
      'pywbem/inline/TestQualifierOperations_test_deletequalifier_Blah_class_C_X_blah_uint32_m_Blah_string_parm.mof',
    ],
  },
  {
    reason: 'WMI refuses another key in a class that inherits one',
    files: [
      'openpegasus/providers/src__Providers__sample__Load__TST_Family.mof',
      'openpegasus/providers/test__TestProviders__LoadMOFs__LargeDataProvider.mof',
    ],
  },
  {
    reason: 'mofcomp does not compile classes whose names begin with two underscores',
    files: ['probe/ident-dunder.mof'],
  },
  {
    reason: 'WMI refuses an instance of an abstract class',
    files: [
      'pywbem/inline/TestInstanceOperations_test_compile_inst_abstract_root_cimv2.mof',
      'pywbem/inline/test_abstract_mof_instance_compile_Validate_creation_single_instance_of_Abstract_class_kwa-2.mof',
    ],
  },
  {
    reason:
      'the default of a number is an empty string, which cannot be made into one (0x80044015)',
    files: ['sfcb-mofc/tests__test1.mof'],
  },
  {
    reason:
      'the value can be made into the type, which is all that mofcomp asks: a warning (value-conversion)',
    files: [
      'probe/inst-type-bool.mof',
      'probe/inst-type-int-to-str.mof',
      'probe/inst-type-str-to-int.mof',
    ],
  },
  {
    reason:
      'mofcomp takes a second declaration for a change of the first: a warning (class-duplicate)',
    files: ['probe/class-dup-class.mof'],
  },
  {
    reason: 'WMI does not compare ValueMap and Values: a warning (value-map-length)',
    files: ['probe/qual-valuemap-values-len.mof'],
  },
  {
    reason:
      'text without quotes, which mofcomp refuses (0x80044007); upstream puts a literal there, or does not look',
    files: [
      'pywbem/inline/test_embedded_object_property_compile_Test_creation_of_EmbeddedInstance_property_Array_typ-2.mof',
      'pywbem/inline/test_embedded_object_property_compile_Test_creation_of_EmbeddedInstance_property_Array_typ.mof',
      'pywbem/inline/test_embedded_object_property_compile_Test_creation_of_Scalar_EmbeddedInstance_property_de.mof',
      'pywbem/inline/test_embedded_object_property_compile_Test_creation_of_Scalar_EmbeddedInstance_property_kw-2.mof',
      'pywbem/inline/test_embedded_object_property_compile_Test_creation_of_simple_EmbeddedObject_property_kwar.mof',
      'pywbem/pywbemtools/mock_subscriptiontest.mof',
    ],
  },
];
