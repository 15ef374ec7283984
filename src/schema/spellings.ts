/**
 * The one spelling of each name that WMI knows. Names compare without regard to case, so that tables are
 * looked up by folded name; what a table lacks is the author's own.
 */
import { spellings } from '../../grammar/mof/spellings.ts';

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
