/**
 * The words that MOF itself gives a meaning to, each in its one spelling. Names compare without regard to case, so
 * that tables are looked up by folded name; what a table lacks is the author's own.
 */

/** Names by their folded form. */
export function spellings(names: string): ReadonlyMap<string, string> {
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

/** What a qualifier may be declared for (DSP0004, metaElement). */
export const scopeSpellings = spellings(
  `any association class indication instance method parameter property qualifier reference schema`,
);
