import { AskedPaths } from './AskedPaths';

const PODS = '/api/v1/namespaces/chat/pods';

describe('AskedPaths', () => {
  it.each([
    ['a WATCH that the server ended', true, 200],
    ['a WATCH that was refused', true, 404],
    ['a LIST that was refused', false, 404],
  ])('takes what follows %s for asked again', (_, isWatch, status) => {
    const paths = new AskedPaths();
    const first = paths.ask(PODS, isWatch);
    first.ended(status);
    // The connection closes after its end.
    first.left();
    expect(first.again).toBe(false);
    expect(paths.ask(PODS, true).again).toBe(true);
  });

  it('takes a second WATCH beside an open one for a viewer’s', () => {
    const paths = new AskedPaths();
    paths.ask(PODS, true);
    expect(paths.ask(PODS, true).again).toBe(false);
  });

  it('takes a WATCH after one that was left for a viewer’s', () => {
    const paths = new AskedPaths();
    paths.ask(PODS, true).left();
    expect(paths.ask(PODS, true).again).toBe(false);
  });

  it('takes each LIST of a poll for a viewer’s', () => {
    const paths = new AskedPaths();
    paths.ask(PODS, false).ended(200);
    expect(paths.ask(PODS, false).again).toBe(false);
  });
});
