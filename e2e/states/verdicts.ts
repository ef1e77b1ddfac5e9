/*
 * What the backend's own tests hold its verdicts to, on recordings; here running portals are held to the same. The package
 * exports it to nobody.
 */
/* eslint-disable @backstage/no-relative-monorepo-imports */
export {
  EXPECTED_VERDICTS,
  toVerdict,
  type ExpectedVerdict,
} from '../../plugins/eks-deploy-backend/src/__testUtils__/expectedVerdicts';
export { getKubectlVerdict } from '../../plugins/eks-deploy-backend/src/__testUtils__/kubectlVerdicts';
