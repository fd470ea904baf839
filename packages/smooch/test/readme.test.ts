import { describeFeatures } from '@x/testkit';

describeFeatures(new URL('..', import.meta.url), { atLeast: 46 });
