import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aMessage } from './aMessage';
import { MessageList } from './MessageList';

afterEach(cleanup);

describe('MessageList', () => {
  it('shows who said what, and which of it is the reader’s own', () => {
    render(
      <MessageList
        messages={[aMessage({ id: '1', author: 'Ada', text: '<b>Hi</b>' }), aMessage({ id: '2', author: 'Grace' })]}
        reader="Grace"
      />,
    );
    const [first, second] = within(screen.getByRole('log')).getAllByRole('listitem');
    expect(first?.textContent).toMatch(/^Ada .*<b>Hi<\/b>$/);
    expect(first?.className).not.toContain('own');
    expect(second?.className).toContain('own');
  });

  it('says so when there is nothing', () => {
    render(<MessageList messages={[]} reader="Ada" />);
    expect(screen.getByRole('log').textContent).toBe('Nothing has been said here yet.');
  });
});
