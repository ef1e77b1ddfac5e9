/** @throws Error that shows both when they differ as JSON. */
export function expectEqual(found: unknown, wanted: unknown, why = '') {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(
      `${JSON.stringify(found)} instead of ${JSON.stringify(wanted)} ${why}`,
    );
  }
}
