/** Two small MOF files for tests that need some file, and not a particular one. */

/** Nothing to report. */
export const cleanText = `#pragma namespace("\\\\\\\\.\\\\root\\\\cimv2")

[dynamic, provider("Sample_Provider")]
class Sample_Reading
{
  [key, read] string Sensor;
  [read] uint32 Value;
};
`;

/** One error, `unterminated-string`, on line 3. */
export const brokenText = `instance of __EventFilter
{
  Name = "Sample;
};
`;

/** The text as Notepad's "Unicode" has it: UTF-16LE with a byte order mark. */
export function asUtf16(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}
