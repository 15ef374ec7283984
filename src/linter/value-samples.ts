/** The class that the examples of the rules about values share. */

/** A class with a property of each common type, and a blank line behind it. */
export const sampleReading = `class Sample_Reading
{
  [key] string Sensor;
  uint8 Level;
  string Labels[];
  boolean Active;
  datetime Taken;
};

`;
