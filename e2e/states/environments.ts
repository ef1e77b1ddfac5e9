/** The clusters that states are brought about in; each is an Environment of the portal, of the same name. */
export const ENVIRONMENTS = ['control-plane', 'sandbox'] as const;

/** One of {@link ENVIRONMENTS}. */
export type Environment = (typeof ENVIRONMENTS)[number];
