import { rule } from '../../rule.ts';

export default rule({
  name: 'unterminated-comment',
  severity: 'error',
  group: 'syntax',
  summary: 'A comment that begins with /* must end with */.',
  why: 'Without its end the comment swallows the rest of the file, so that nothing after it is compiled.',
  source: 'creating-a-comment',
  hresult: '0x8004400A',
  examples: {
    bad: String.raw`/* The reading of the north wall.
instance of Sample_Reading
{
  Sensor = "north";
};
`,
    good: String.raw`/* The reading of the north wall. */
instance of Sample_Reading
{
  Sensor = "north";
};
`,
  },
  check: 'parser',
});
