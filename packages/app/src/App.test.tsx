import { render, waitFor } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('starts', async () => {
    process.env.APP_CONFIG = JSON.stringify([
      {
        data: {
          app: { title: 'EKS Deploy' },
          backend: { baseUrl: 'http://localhost:7007' },
        },
        context: 'test',
      },
    ]);

    const { baseElement } = render(App.createRoot());

    await waitFor(() => expect(baseElement).not.toBeEmptyDOMElement());
  });
});
