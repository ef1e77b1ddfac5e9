import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Composer } from './Composer';

afterEach(cleanup);

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Message' });

function write(text: string) {
  fireEvent.change(field(), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Send' }));
}

describe('Composer', () => {
  it('sends what was written', async () => {
    const onSend = vi.fn().mockResolvedValue(undefined);
    render(<Composer onSend={onSend} />);
    write('Hello');
    expect(onSend).toHaveBeenCalledWith('Hello');
    await vi.waitFor(() => expect(field().value).toBe(''));
  });

  it('keeps the text and says why when it could not be sent', async () => {
    render(<Composer onSend={vi.fn().mockRejectedValue(new Error('No network'))} />);
    write('Hello');
    expect((await screen.findByRole('alert')).textContent).toBe('No network');
    expect(field().value).toBe('Hello');
  });

  it('sends nothing when nothing was written', () => {
    const onSend = vi.fn();
    render(<Composer onSend={onSend} />);
    write('  ');
    expect(onSend).not.toHaveBeenCalled();
  });

  it('sends once, however often it is told while it is sending', () => {
    const onSend = vi.fn(() => new Promise<void>(() => {}));
    render(<Composer onSend={onSend} />);
    write('Hello');
    write('Hello');
    expect(onSend).toHaveBeenCalledTimes(1);
  });
});
