import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';

// The plugins themselves are found by `app.packages: all` among the dependencies in package.json.
export default createApp({ features: [navModule] });
