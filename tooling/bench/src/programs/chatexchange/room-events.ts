/** Event ids far above those of the emulator. */
const firstId = 900_000_000;

/** A frame of a room's socket that carries one message, as when many people talk. */
export function frameOfRoom(roomId: number, number: number): string {
  const id = firstId + number;
  const user = 1000 + (number % 40);
  const event = {
    event_type: 1,
    time_stamp: 1_790_000_000 + Math.floor(number / 10),
    content: `Event ${number}: it&#39;s <i>later</i> than you think, and <code>earlier</code> than I say`,
    id,
    user_id: user,
    user_name: `Somebody ${user}`,
    room_id: roomId,
    room_name: 'Sandbox',
    message_id: 70_000_000 + number,
  };
  return JSON.stringify({ [`r${roomId}`]: { e: [event], t: id, d: 1 } });
}
