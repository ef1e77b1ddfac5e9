import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { DefaultEksDeployApi, eksDeployApiRef } from '../api';

/** @alpha */
export const eksDeployApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: eksDeployApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DefaultEksDeployApi(deps),
    }),
});
