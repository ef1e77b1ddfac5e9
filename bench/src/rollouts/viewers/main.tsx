import './window';
import { ApiProvider } from '@backstage/core-app-api';
import type { ApiHolder } from '@backstage/core-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRoot, type Root } from 'react-dom/client';
import { nowMs } from '../../parts/clock';
import { serveCalls } from '../../parts/serveCalls';
import type { BenchEntity } from '../backend/BackendCalls';
import { toEntity } from '../backend/toEntity';
import { readBytes } from './countBytes';
import { createApis } from './createApis';
import { OurViewer } from './OurViewer';
import { PeerViewer } from './PeerViewer';
import type { ViewerCalls } from './ViewerCalls';
import { ViewerLog } from './ViewerLog';
import type { ViewerProps } from './ViewerProps';

/** A visitor's patience. */
const PATIENCE_MS = 30_000;

let apis: ApiHolder;
let Viewer: (props: ViewerProps) => null;
const logs: ViewerLog[] = [];

function show(entity: BenchEntity, onView: ViewerProps['onView']): Root {
  const root = createRoot(document.createElement('div'));
  root.render(
    <ApiProvider apis={apis}>
      <Viewer entity={toEntity(entity)} onView={onView} />
    </ApiProvider>,
  );
  return root;
}

const calls: ViewerCalls = {
  async connect({ side, ...options }) {
    apis = createApis(options);
    Viewer = side === 'ours' ? OurViewer : PeerViewer;
  },
  async open({ viewer, entity }) {
    const log = new ViewerLog(viewer, entity.name);
    logs.push(log);
    show(entity, view => log.see(view));
  },
  async visit({ entity }) {
    const openedAt = nowMs();
    let root: Root | undefined;
    const seen = new Promise<number>(resolve => {
      root = show(entity, () => resolve(nowMs() - openedAt));
    });
    const patience = sleep(PATIENCE_MS, undefined, { ref: false });
    return Promise.race([seen, patience]).finally(() => root?.unmount());
  },
  firstData: async () => logs.map(({ firstData }) => firstData),
  takeSightings: async () => logs.flatMap(log => log.takeSightings()),
  bytes: async () => readBytes(),
  finalStates: async () => logs.map(({ finalState }) => finalState),
};

serveCalls(calls);
