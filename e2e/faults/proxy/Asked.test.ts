import { parseAsked } from './Asked';

describe('parseAsked', () => {
  it.each([
    ['/api/v1/namespaces/chat/pods?limit=500', 'LIST', 'pods'],
    [
      '/apis/apps/v1/namespaces/chat/deployments?watch=1',
      'WATCH',
      'deployments',
    ],
    ['/apis/apps/v1/namespaces/chat/deployments/web', 'GET', 'deployments'],
    ['/api/v1/nodes', 'LIST', 'nodes'],
  ])('takes %s for a %s of %s', (path, verb, plural) => {
    expect(parseAsked('GET', path)).toMatchObject({ verb, plural });
  });

  it('tells a WATCH that begins with everything', () => {
    const { fromStart } = parseAsked(
      'GET',
      '/api/v1/namespaces/chat/pods?watch=1&sendInitialEvents=true',
    );
    expect(fromStart).toBe(true);
  });
});
