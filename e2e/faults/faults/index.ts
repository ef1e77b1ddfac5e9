import type { Fault } from '../Fault';
import { answerFaults } from './answers';
import { connectionFaults } from './connections';
import { contentFaults } from './content';
import { portalFaults } from './portal';
import { replicaFaults } from './replicas';
import { rightsFaults } from './rights';
import { serverFaults } from './server';

/** Every fault, in the order of the table. */
export const faults: Fault[] = [
  ...serverFaults,
  ...connectionFaults,
  ...answerFaults,
  ...contentFaults,
  ...rightsFaults,
  ...portalFaults,
  ...replicaFaults,
];
