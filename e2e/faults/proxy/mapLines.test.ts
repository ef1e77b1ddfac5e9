import { Readable } from 'node:stream';
import { mapLines } from './mapLines';

describe('mapLines', () => {
  it('finds lines however they are cut, and keeps every byte', async () => {
    const bytes = Buffer.from('{"a":"ü"}\n{"b":1}\n');
    const chunks = [bytes.subarray(0, 7), bytes.subarray(7)];
    const read = Readable.from(chunks).pipe(mapLines(line => [line, line]));
    const text = Buffer.concat(await read.toArray()).toString();
    expect(text).toBe('{"a":"ü"}\n{"a":"ü"}\n{"b":1}\n{"b":1}\n');
  });
});
