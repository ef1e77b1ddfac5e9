import type { Connection } from './connectToChat';

const TEXTS: Record<Connection, string> = {
  connecting: 'Connecting…',
  connected: 'Connected',
  lost: 'Connection lost, trying again…',
};

export function ConnectionStatus({ connection }: { connection: Connection }) {
  return (
    <p className={`status ${connection}`} role="status">
      {TEXTS[connection]}
    </p>
  );
}
