import type { Marker } from '../disturb/Marker';
import type { Sighting } from '../viewers/ViewerCalls';
import { toLatencies } from './toLatencies';

const aMarker = (marker: number, sentAt: number): Marker => ({
  ...{ marker, sentAt, answeredAt: sentAt },
  entity: 'chat',
  window: 'quiet',
});
const aSighting = (marker: number, at: number, viewer = 0): Sighting => ({
  ...{ marker, at, viewer },
  entity: 'chat',
  cluster: 'first',
});
const visits = (...openedAt: number[]) =>
  new Map(
    openedAt.map((at, viewer) => [viewer, { entity: 'chat', openedAt: at }]),
  );

describe('toLatencies', () => {
  it('times each marker to each viewer of its entity', () => {
    const { byWindow, missed } = toLatencies(
      [aMarker(1, 100), { ...aMarker(2, 100), entity: 'orders' }],
      [aSighting(1, 110), aSighting(1, 150, 1)],
      visits(0, 0),
      ['first'],
    );
    expect([...byWindow]).toEqual([['quiet', [10, 50]]]);
    expect(missed).toBe(0);
  });

  it('takes a later marker for the arrival of those that it overtook', () => {
    const { byWindow } = toLatencies(
      [aMarker(1, 100), aMarker(2, 200)],
      [aSighting(2, 230)],
      visits(0),
      ['first'],
    );
    expect(byWindow.get('quiet')).toEqual([130, 30]);
  });

  it('asks no viewer for what was written before it came', () => {
    const { byWindow, missed } = toLatencies(
      [aMarker(1, 100)],
      [aSighting(1, 300)],
      visits(200),
      ['first'],
    );
    expect(byWindow.size).toBe(0);
    expect(missed).toBe(0);
  });

  it('counts what never came, in each cluster', () => {
    const { missed } = toLatencies(
      [aMarker(1, 100), aMarker(2, 200)],
      [aSighting(1, 110)],
      visits(0),
      ['first', 'second'],
    );
    expect(missed).toBe(3);
  });
});
