/** A kubelet waits from ten seconds to five minutes before it starts a crashed container again. */
const SECONDS = { first: 10, most: 300 };

/** Ten times faster than a kubelet, so that a demo shows it. */
const SPEED = 10;

/** How long a container that has crashed this often waits; the first restart comes at once. */
export function crashBackoff(crashes: number): { ms: number; text: string } {
  const seconds =
    crashes < 2
      ? 0
      : Math.min(SECONDS.first * 2 ** (crashes - 2), SECONDS.most);
  return { ms: (seconds * 1000) / SPEED, text: formatDuration(seconds) };
}

/** As Go writes a duration: `10s`, `1m20s`, `5m0s`. */
function formatDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}
