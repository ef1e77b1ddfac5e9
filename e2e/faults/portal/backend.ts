import { createBackend } from '@backstage/backend-defaults';
import { obey } from './obey';
import { revocablePolicy } from './revocablePolicy';
import { tokenFileStrategy } from './tokenFileStrategy';

/**
 * A portal's backend as `packages/backend` has it, without the app and the scaffolder, whose parent process can make it
 * ill.
 */
const backend = createBackend();

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(revocablePolicy);
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(tokenFileStrategy);
backend.add(import('@eks-deploy/backstage-plugin-eks-deploy-backend'));

obey();
backend.start();
