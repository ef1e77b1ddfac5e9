import { createHash } from 'node:crypto';
import { isObject, keyOf } from '../objects';
import { resources } from '../storage';
import {
  itself,
  runController,
  type Controller,
  type ControllerContext,
} from './controller';

/** Gives Services an address. */
export function runServiceController(context: ControllerContext): Controller {
  const { registry } = context;
  return runController(
    context,
    [{ type: resources.services, keysOf: itself }],
    key => {
      const service = registry.find(resources.services, key);
      if (!service || !isObject(service.spec)) return undefined;
      if (service.spec.clusterIP || service.spec.type === 'ExternalName') {
        return undefined;
      }
      const [, third, fourth] = createHash('sha256')
        .update(service.metadata.uid)
        .digest();
      const clusterIP = `172.20.${third}.${(fourth % 250) + 2}`;
      registry.modify(resources.services, keyOf(service), draft => {
        draft.spec = {
          ...(draft.spec as object),
          clusterIP,
          clusterIPs: [clusterIP],
        };
      });
      return undefined;
    },
  );
}
