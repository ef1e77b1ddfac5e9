import '@backstage/cli/asset-types';
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend -- this page is an app of its own
import '@backstage/ui/css/styles.css';
import { ConfigReader } from '@backstage/config';
import { createApp } from '@backstage/frontend-defaults';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import ReactDOM from 'react-dom/client';
import eksDeployPlugin from '../src/alpha';
import { fakeApi } from './fakeApi';
import { deployPage, entityPage, wizardPage } from './pages';

// There is no backend to sign in to.
const config = {
  app: {
    title: 'EKS Deploy',
    baseUrl: 'http://localhost:3000',
    extensions: [{ 'sign-in-page:app': false }],
  },
  backend: { baseUrl: 'http://localhost:7007' },
};

// The plugin on a made-up backend, without sandbox or catalog: `yarn workspace @eks-deploy/backstage-plugin-eks-deploy start`.
const app = createApp({
  advanced: {
    configLoader: async () => ({ config: new ConfigReader(config) }),
  },
  features: [
    eksDeployPlugin,
    createFrontendModule({ pluginId: 'eks-deploy', extensions: [fakeApi] }),
    createFrontendModule({
      pluginId: 'app',
      extensions: [deployPage, entityPage, wizardPage],
    }),
  ],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
