export interface Config {
  /** Host, and port if it isn't the protocol's own. */
  backendHost: string;
}

/** Read when the page starts, from the environment's ConfigMap: one build serves every environment. */
export async function loadConfig(): Promise<Config> {
  const response = await fetch('/config/config.json', { cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`/config/config.json could not be read: ${response.status}`);
  }
  const config: unknown = await response.json();
  if (
    typeof config !== 'object' ||
    config === null ||
    !('backendHost' in config) ||
    typeof config.backendHost !== 'string'
  ) {
    throw new Error('/config/config.json has no "backendHost"');
  }
  return { backendHost: config.backendHost };
}
