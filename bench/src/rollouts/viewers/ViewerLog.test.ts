import type { SeenDeployment } from './ViewerCalls';
import { ViewerLog } from './ViewerLog';

const seen = (marker: string): SeenDeployment => ({
  ...{ uid: 'u', revision: 1, marker, images: [] },
  ...{ desired: 1, updated: 1, ready: 1, available: 1 },
});

describe('ViewerLog', () => {
  it('tells of a marker once, in each cluster by itself', () => {
    const log = new ViewerLog(3, 'chat');
    log.see({ first: [seen('marker-1')], second: [seen('seeded')] });
    log.see({ first: [seen('marker-1')], second: [seen('marker-1')] });
    expect(log.takeSightings()).toEqual([
      expect.objectContaining({ viewer: 3, cluster: 'first', marker: 1 }),
      expect.objectContaining({ viewer: 3, cluster: 'second', marker: 1 }),
    ]);
    expect(log.takeSightings()).toEqual([]);
  });

  it('does not take an older marker for news', () => {
    const log = new ViewerLog(0, 'chat');
    log.see({ first: [seen('marker-10')] });
    log.see({ first: [seen('marker-9')] });
    expect(log.takeSightings()).toHaveLength(1);
  });

  it('tells how long the first data took, and of nothing before', () => {
    const log = new ViewerLog(0, 'chat');
    expect(log.firstData.ms).toBeUndefined();
    log.see({ first: [] });
    const { ms } = log.firstData;
    expect(ms).toBeGreaterThanOrEqual(0);
    log.see({ first: [seen('marker-1')] });
    expect(log.firstData.ms).toBe(ms);
  });
});
