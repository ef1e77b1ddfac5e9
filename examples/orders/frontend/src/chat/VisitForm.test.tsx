import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VisitForm } from './VisitForm';

afterEach(cleanup);

describe('VisitForm', () => {
  it('takes a name and a room', () => {
    const onName = vi.fn();
    const onRoom = vi.fn();
    render(<VisitForm name="Guest" onName={onName} room="general" onRoom={onRoom} />);

    fireEvent.change(screen.getByLabelText('Name'), { target: { value: ' Ada ' } });
    fireEvent.change(screen.getByLabelText('Room'), { target: { value: 'random' } });
    fireEvent.click(screen.getByRole('button', { name: 'Go' }));

    expect(onName).toHaveBeenCalledWith('Ada');
    expect(onRoom).toHaveBeenCalledWith('random');
  });
});
