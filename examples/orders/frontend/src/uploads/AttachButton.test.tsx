import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AttachButton } from './AttachButton';

afterEach(cleanup);

const choose = (file: File) => fireEvent.change(screen.getByTestId('file'), { target: { files: [file] } });

describe('AttachButton', () => {
  it('hands on the file that is chosen', () => {
    const onChoose = vi.fn().mockResolvedValue(undefined);
    render(<AttachButton onChoose={onChoose} />);
    const file = new File(['x'], 'holiday.png', { type: 'image/png' });
    choose(file);
    expect(onChoose).toHaveBeenCalledWith(file);
  });

  it('says why a file could not be uploaded', async () => {
    render(<AttachButton onChoose={vi.fn().mockRejectedValue(new Error('Too large'))} />);
    choose(new File(['x'], 'holiday.png'));
    expect((await screen.findByRole('alert')).textContent).toBe('Too large');
  });
});
