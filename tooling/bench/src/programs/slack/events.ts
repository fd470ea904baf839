const channel = 'C0BENCH001';

/** A message as an event. */
function messageOf(number: number): object {
  const ts = `${1_790_000_000 + Math.floor(number / 1000)}.${String((number % 1000) * 1000).padStart(6, '0')}`;
  const text = `Event ${number}: it's _later_ than you think, and <https://example.com/${number}|earlier> than I say`;
  return {
    type: 'message',
    channel,
    user: `U0SOMEBODY${number % 40}`,
    text,
    client_msg_id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    team: 'T0BENCH001',
    ts,
    event_ts: ts,
  };
}

/** A frame of RTM. */
export function rtmFrame(number: number): string {
  return JSON.stringify(messageOf(number));
}

/** A frame of Socket Mode. */
export function socketFrame(number: number): string {
  return JSON.stringify({
    envelope_id: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`,
    type: 'events_api',
    accepts_response_payload: false,
    retry_attempt: 0,
    retry_reason: '',
    payload: {
      token: 'verification',
      team_id: 'T0BENCH001',
      api_app_id: 'A0BENCH001',
      event: { ...messageOf(number), channel_type: 'channel' },
      type: 'event_callback',
      event_id: `Ev${String(number).padStart(9, '0')}`,
      event_time: 1_790_000_000 + Math.floor(number / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: 'T0BENCH001',
          user_id: 'U0BENCHBOT',
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${number}`,
    },
  });
}
