/** What the portal's policy refuses at the moment. */
export const revoked: { environments: string[] } = { environments: [] };
