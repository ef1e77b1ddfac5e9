import { createParseEksClusterArnFilter } from './createParseEksClusterArnFilter';
import { createEcrRegistryFilter } from './createEcrRegistryFilter';

/** All filters of this module. */
export const createFilters = () => [
  createEcrRegistryFilter(),
  createParseEksClusterArnFilter(),
];
