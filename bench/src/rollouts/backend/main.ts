import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { serveCalls } from '../../parts/serveCalls';
import type { BackendCalls } from './BackendCalls';
import { toConfig } from './toConfig';
import { toEntity } from './toEntity';

// A portal's backend with Backstage's own services. Only the catalog is a list: it is the same for both sides, and what
// it costs is not in question.
const calls: BackendCalls = {
  async start(settings) {
    const backend = createBackend();
    const config = new ConfigReader(toConfig(settings));
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => config,
      }),
    );
    backend.add(
      catalogServiceMock.factory({ entities: settings.entities.map(toEntity) }),
    );
    backend.add(import('@backstage/plugin-kubernetes-backend'));
    if (settings.side === 'ours') {
      backend.add(import('@eks-deploy/backstage-plugin-eks-deploy-backend'));
    }
    await backend.start();
    return { url: config.getString('backend.baseUrl') };
  },
};

serveCalls(calls);
