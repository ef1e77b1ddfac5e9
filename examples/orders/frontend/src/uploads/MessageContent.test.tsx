import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aMessage } from '../chat/aMessage';
import { MessageContent } from './MessageContent';

afterEach(cleanup);

const upload = 'https://api.example.com/api/uploads/0b9f4a6e-8a3e-4c0e-9a35-6d6f1c1a2b3c';
const show = (text: string) =>
  render(<MessageContent message={aMessage({ author: 'Ada', text })} backendHost="api.example.com" />);

describe('MessageContent', () => {
  it('shows an uploaded image', () => {
    show(`${upload}.png`);
    expect(screen.getByRole('img', { name: 'From Ada' }).getAttribute('src')).toBe(`${upload}.png`);
  });

  it('links to an uploaded document', () => {
    show(`${upload}.pdf`);
    expect(screen.getByRole('link', { name: 'Document from Ada' }).getAttribute('href')).toBe(`${upload}.pdf`);
  });

  it('shows anything else as text', () => {
    show('https://elsewhere.example.com/image.png');
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('https://elsewhere.example.com/image.png')).toBeDefined();
  });
});
