/** MOF texts that mofcomp refuses, one for each of its codes that findings about syntax carry. */
export const badSyntax: readonly string[] = [
  `class Sample_Reading
{
  [key, ] string Sensor;
};
`,
  `instance of Sample_Reading
{
  Sensor = "north"
};
`,
  `class Sample_Reading
  [key] string Sensor;
};
`,
  `instance of Sample_Reading
{
  Labels = {"cold", "dry";
};
`,
  `class Sample_Reading
{
  [key string Sensor;
};
`,
  `class Sample_Reading
{
  [MaxLen(20] string Sensor;
};
`,
  `instance of Sample_Reading
{
  Sensor = ;
};
`,
  `class Sample_Device
{
  uint32 Reset([in] );
};
`,
  String.raw`#pragma namespace "\\\\.\\root\\sample"
`,
  `public class Sample_Reading
{
  [key] string Sensor;
};
`,
  `class Sample_Reading
{
  [key] Sensor;
};
`,
  String.raw`# pragma("\\\\.\\root\\sample")
`,
  `class 2nd_Reading
{
  [key] string Sensor;
};
`,
  `class Sample_Reading
{
  [key] string Sensor;

class Sample_Place
{
  [key] string Room;
};
`,
  `Qualifier Unit;
`,
  `class Sample_Reading
{
  [Description("Where it stands") : ] string Sensor;
};
`,
  `#include
`,
];
