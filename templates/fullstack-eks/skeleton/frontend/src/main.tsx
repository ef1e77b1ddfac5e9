import { createRoot } from 'react-dom/client';
import { App } from './App';
import { loadConfig } from './config';
import './styles.css';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no element "root"');
const root = createRoot(container);

loadConfig().then(
  config => root.render(<App {...config} />),
  (error: Error) => root.render(<p role="alert">{error.message}</p>),
);
