import { Command } from 'commander';
import { rolloutsCommand } from './rollouts/command';

new Command('./yarnw bench')
  .description(
    'Measures EKS Deploy side by side with what it is compared with.',
  )
  .addCommand(rolloutsCommand())
  .parseAsync()
  .then(
    () => process.exit(0),
    error => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
