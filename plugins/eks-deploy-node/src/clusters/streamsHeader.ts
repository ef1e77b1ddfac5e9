/**
 * The header of answers of the Kubernetes plugin's proxy that are passed on as they come, heads before bodies: the
 * eks-deploy-streams module sets it, and a client that finds it need not guess whether a WATCH without news is open.
 *
 * @public
 */
export const STREAMS_HEADER = 'x-eks-deploy-streams';
