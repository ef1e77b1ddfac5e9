import { runContract } from '../contract/runContract';
import { behaviours } from './behaviours';
import { motoDepartures } from './motoDepartures';
import { startMoto } from './startMoto';
import { startSandboxAws } from './startSandboxAws';

runContract({
  command: './yarnw e2e:aws',
  about: `Holds the sandbox's AWS and moto's server to the same behaviour, and prints where they keep to it.`,
  parties: [
    { name: 'moto', start: startMoto, departs: motoDepartures },
    { name: 'sandbox', start: startSandboxAws },
  ],
  behaviours,
});
