import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Composer } from './Composer';

afterEach(cleanup);

function write(text: string) {
  fireEvent.change(screen.getByLabelText('Message'), { target: { value: text } });
  fireEvent.click(screen.getByText('Send'));
}

describe('Composer', () => {
  it('sends what was written', async () => {
    const onSend = vi.fn().mockResolvedValue(undefined);
    render(<Composer onSend={onSend} onUpload={vi.fn()} />);
    write('Hello');
    expect(onSend).toHaveBeenCalledWith('Hello');
    await vi.waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Message').value).toBe(''));
  });

  it('keeps the text and says why when it could not be sent', async () => {
    render(<Composer onSend={vi.fn().mockRejectedValue(new Error('No network'))} onUpload={vi.fn()} />);
    write('Hello');
    expect((await screen.findByRole('alert')).textContent).toBe('No network');
    expect(screen.getByLabelText<HTMLInputElement>('Message').value).toBe('Hello');
  });

  it('sends nothing when nothing was written', () => {
    const onSend = vi.fn();
    render(<Composer onSend={onSend} onUpload={vi.fn()} />);
    write('  ');
    expect(onSend).not.toHaveBeenCalled();
  });
});
