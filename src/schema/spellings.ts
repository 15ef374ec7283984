/**
 * The one spelling of each name that WMI knows. Names compare without regard to case, so that tables are
 * looked up by folded name; what a table lacks is the author's own.
 */

function spellings(names: string): ReadonlyMap<string, string> {
  return new Map(names.split(/\s+/).map((name) => [name.toLowerCase(), name]));
}

/** The types of MOF as WMI has them (mof-data-types.md), and the two that are no data: `object` and `void`. */
export const typeSpellings = spellings(
  `boolean char16 datetime object real32 real64 sint8 sint16 sint32 sint64 string
   uint8 uint16 uint32 uint64 void`,
);

/** WMI's pragmas (-pragma.md) and DMTF's (DSP0004). */
export const pragmaSpellings = spellings(
  `amendment autorecover classflags deleteclass deleteinstance instanceflags namespace
   include instancelocale locale nonlocal nonlocaltype source sourcetype`,
);

/** Bare words that pragmas take as arguments. */
export const pragmaWordSpellings = spellings('FAIL NOFAIL');

/** Qualifier flavors: WMI's (qualifier-flavors.md) and DMTF's `Translatable`; in canonical order. */
export const flavorSpellings = spellings(
  `Amended DisableOverride EnableOverride NotToInstance NotToSubClass Restricted ToInstance ToSubClass
   Translatable`,
);

/** What a qualifier may be declared for (DSP0004). */
export const scopeSpellings = spellings(
  `any association class indication instance method parameter property qualifier reference schema`,
);

/**
 * Qualifiers: WMI's own (standard-wmi-qualifiers.md and the pages of view, performance and event classes), CIM's
 * (standard-qualifiers.md, DSP0004), and those of drivers (wmi-class-qualifiers, wmi-property-qualifiers).
 */
export const qualifierSpellings = spellings(
  `Amendment CIMType ClassContext ClassVersion CreateBy DeleteBy Display DisplayInHex Dynamic DynProps
   EnumPrivileges HelpContext HelpIndex ID Implemented InPartition InstanceContext InterfaceRevision
   InterfaceVersion Lazy Locale NamespaceSecuritySDDL Not_Null Optional Privileges PropertyContext
   PropertySources Provider RequiresEncryption Singleton SubType SupportsCreate SupportsDelete SupportsUpdate
   Template Union UUID ViewSources ViewSpaces WritePrivileges

   AutoCook AutoCook_RawClass Base Cooked CookingType Costly CounterType DefaultScale FriendlyName
   GenericPerfCtr HiPerf PerfDefault PerfDetail PerfIndex PerfTimeFreq PerfTimeStamp RegistryKey SampleWindow

   EventID EventType EventTypeName EventVersion Extension Format Pointer PointerType StringTermination
   XMLFragment

   Abstract Aggregate Aggregation Alias ArrayType Association BitMap BitValues ClassConstraint Composition
   Correlatable Counter Delete Deprecated Description DisplayDescription DisplayName DN EmbeddedInstance
   EmbeddedObject Exception Expensive Experimental Gauge IfDeleted In Indication Inherited Invisible IsPUnit
   Key Large MappingStrings Max MaxLen MaxValue MethodConstraint Min MinLen MinValue ModelCorrespondence
   Nonlocal NonlocalType NullValue OctetString Out Override Propagated PropertyConstraint PropertyUsage PUnit
   Read Required Revision Schema Source SourceType Static Syntax SyntaxType Terminal TriggerType
   UMLPackagePath Units UnknownValues UnsupportedValues ValueMap Values Version Weak Write XMLNamespaceName

   DefineDataId DefineMethodId DefineValues Guid GuidPrefix HeaderName WMI WmiComplexity WmiDataId
   WmiDeprecated WmiDisplayInHex WmiDisplayName WmiEvent WmiExpense WmiGenerateHeader WmiMethodId
   WmiRefClass WmiRefProperty WmiScale WmiSizeIs WmiTimeStamp WmiUnits WmiVersion WmiVolatility`,
);
