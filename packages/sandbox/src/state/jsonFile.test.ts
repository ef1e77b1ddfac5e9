import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JsonFile } from './jsonFile';

describe('JsonFile', () => {
  const logger = { error: jest.fn() };
  let root: string;
  let folder: string;
  let file: JsonFile<string[]>;

  beforeEach(() => {
    jest.useFakeTimers();
    logger.error.mockClear();
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'json-file-'));
    folder = path.join(root, 'state');
    file = new JsonFile(path.join(folder, 'runs.json'), [], logger);
  });

  afterEach(() => {
    jest.useRealTimers();
    fs.rmSync(root, { recursive: true });
  });

  function change(value: string) {
    file.value.push(value);
    file.changed();
    jest.advanceTimersByTime(100);
  }

  const reopen = () => new JsonFile(path.join(folder, 'runs.json'), [], logger);

  it('is written a moment after a change', () => {
    change('first');
    expect(reopen().value).toEqual(['first']);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('logs that its folder can not be written, and tries again with the next change', () => {
    fs.writeFileSync(folder, 'in the way');
    change('first');
    expect(logger.error.mock.calls).toEqual([
      [expect.stringContaining(path.join(folder, 'runs.json'))],
    ]);
    expect(() => file.save()).toThrow('EEXIST');
    fs.rmSync(folder);
    change('second');
    expect(reopen().value).toEqual(['first', 'second']);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });
});
