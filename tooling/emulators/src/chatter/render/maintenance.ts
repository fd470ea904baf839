import { downtimeOf, type Maintenance, type TimeSpan } from '../state/maintenance.js';
import { isoDate, type RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Maintenance Information. Some types have no downtime, and one has nothing else. */
export function renderMaintenance(maintenance: Maintenance, context: RenderContext): JsonObject {
  const { type, title, description, span, message } = maintenance;
  const [startOfDowntime, endOfDowntime] = datesOf(downtimeOf(maintenance));
  const [start, end] = datesOf(type === 'Downtime' ? null : span);
  const [effective, expiration] = datesOf(message);
  return render(
    'MaintenanceInformation',
    {
      description,
      maintenanceTitle: title,
      maintenanceType: type,
      messageEffectiveTime: effective,
      messageExpirationTime: expiration,
      scheduledEndDowntime: endOfDowntime,
      scheduledEndMaintenanceTime: end,
      scheduledStartDowntime: startOfDowntime,
      scheduledStartMaintenanceTime: start,
    },
    context,
  );
}

function datesOf(span: TimeSpan | null): [from: string | null, to: string | null] {
  return span === null ? [null, null] : [isoDate(span.from), isoDate(span.to)];
}
