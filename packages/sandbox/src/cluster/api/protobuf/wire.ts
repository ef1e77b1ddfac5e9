const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** The fields of an encoded message: numbers, and the bytes of everything with a length. */
export function* fieldsOf(
  bytes: Buffer,
): Generator<[number: number, value: number | Buffer]> {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; at < bytes.length; shift += 7) {
      const byte = bytes[at++];
      value += (byte % 0x80) * 2 ** shift;
      if (byte < 0x80) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    if (tag % 8 === LENGTH_DELIMITED) {
      const length = varint();
      yield [number, bytes.subarray(at, at + length)];
      at += length;
    } else if (tag % 8 === VARINT) {
      yield [number, varint()];
    } else {
      throw new Error(`Wire type ${tag % 8} is in none of the known messages.`);
    }
  }
}

/** The fields with a length, by their numbers. */
export function bytesOf(message: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  for (const [number, value] of fieldsOf(message)) {
    if (Buffer.isBuffer(value)) fields.set(number, value);
  }
  return fields;
}
