import { missingEndRule } from './missing-end.ts';

export default missingEndRule('Consumer');
