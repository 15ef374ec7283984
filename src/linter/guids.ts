/** Identifiers of COM classes. */

/** A GUID as WMI reads it. */
export const guid = /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/iu;

/** `Vendor.Component` or `Vendor.Component.1`, by which COM finds a class too. */
export const progId = /^[a-z]\w*(?:\.\w+)+$/iu;

/** The object through which WMI reaches every decoupled provider (samples, ProvReg.mof). */
export const decoupledClsid = '{54D8502C-527D-43F7-A506-A9DA075E229C}';
