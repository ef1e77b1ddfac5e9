import { type FormEvent } from 'react';
import { ROOM_PATTERN } from './useRoom';

interface VisitFormProps {
  name: string;
  onName: (name: string) => void;
  room: string;
  onRoom: (room: string) => void;
}

/** Who is here, and where. */
export function VisitForm({ name, onName, room, onRoom }: VisitFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    onName(String(data.get('name')).trim());
    onRoom(String(data.get('room')));
  };

  return (
    <form className="visit" onSubmit={submit} key={room}>
      <label>
        Name
        <input name="name" defaultValue={name} required maxLength={40} pattern=".*\S.*" autoComplete="nickname" />
      </label>
      <label>
        Room
        <input
          name="room"
          defaultValue={room}
          required
          pattern={ROOM_PATTERN}
          title="a-z, 0-9 and -, at most 40"
          autoCapitalize="none"
          autoComplete="off"
        />
      </label>
      <button type="submit">Go</button>
    </form>
  );
}
