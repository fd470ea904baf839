import type { Switchboard, SwitchboardIntegration } from '../../state/model/index.js';
import { present, type Wire } from '../common/wire.js';

export function viewSwitchboard({ id, enabled, defaultSwitchboardIntegrationId }: Switchboard): Wire {
  return present({ id, enabled, defaultSwitchboardIntegrationId });
}

export function viewSwitchboardIntegration(seat: SwitchboardIntegration): Wire {
  const { switchboardId: _, ...shown } = seat;
  return present(shown);
}
