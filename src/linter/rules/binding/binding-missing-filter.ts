import { missingEndRule } from '../../missing-end-rule.ts';

export default missingEndRule('Filter');
