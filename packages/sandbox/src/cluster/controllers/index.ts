import { runAutoscalerController } from './autoscalerController';
import type { Controller, ControllerContext } from './controller';
import { runDefinitionController } from './definitionController';
import { runDeploymentController } from './deployment/deploymentController';
import { runDisruptionController } from './disruptionController';
import { runGarbageCollector } from './garbageCollector';
import { runNamespaceController } from './namespaceController';
import { runNodeController } from './nodeController';
import { runQuotaController } from './quotaController';
import { runReplicaSetController } from './replicaset/replicaSetController';
import { runServiceController } from './serviceController';

export type { Controller, ControllerContext } from './controller';
export { EventRecorder } from './eventRecorder';

/** Starts everything a control plane runs beside its API server. */
export function runControllers(context: ControllerContext): Controller {
  const controllers = [
    runDefinitionController,
    runNamespaceController,
    runNodeController,
    runDeploymentController,
    runReplicaSetController,
    runAutoscalerController,
    runDisruptionController,
    runServiceController,
    runQuotaController,
    runGarbageCollector,
  ].map(run => run(context));
  return { stop: () => controllers.forEach(controller => controller.stop()) };
}
