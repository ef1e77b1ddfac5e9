/**
 * Bytes put together, and let go when they are too many.
 *
 * @internal
 */
export class BoundedBytes {
  private parts: Uint8Array[] = [];
  private length = 0;

  constructor(private readonly longest: number) {}

  get tooLong(): boolean {
    return this.length > this.longest;
  }

  /** Empty where it is too long. */
  get text(): string {
    return Buffer.concat(this.parts).toString();
  }

  add(part: Uint8Array): void {
    this.length += part.length;
    if (this.tooLong) {
      this.parts = [];
    } else {
      this.parts.push(part);
    }
  }

  clear(): void {
    this.parts = [];
    this.length = 0;
  }
}
