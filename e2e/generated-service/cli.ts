import { runContract } from '../contract/runContract';
import { all } from './behaviours';
import { startService } from './startService';

runContract({
  command: './yarnw e2e:generated-service',
  about: `Renders the template's Maven case, builds both tiers with their own tests, and runs them: two backends on one Kafka broker
and an S3, the page in Chromium. Needs a JDK of 21 or later and Chromium; what it brings by Maven stays in ~/.m2.`,
  parties: [
    {
      name: 'generated service',
      start: () => startService(message => console.error(`… ${message}`)),
    },
  ],
  behaviours: all,
});
