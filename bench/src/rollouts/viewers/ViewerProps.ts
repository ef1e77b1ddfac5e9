import type { Entity } from '@backstage/catalog-model';
import type { SeenDeployment } from './ViewerCalls';

export interface ViewerProps {
  entity: Entity;
  /** Hears of every view, the first included, once it is there for the user to see. */
  onView(deployments: Record<string, SeenDeployment[]>): void;
}
