export const maintenanceTypes = [
  'Downtime',
  'GenerallyAvailable',
  'MaintenanceAndAvailable',
  'MaintenanceWithDowntime',
  'ReadOnly',
] as const;

/** What the service can still do while it lasts. */
export type MaintenanceType = (typeof maintenanceTypes)[number];

/** From when to when, in milliseconds since 1970. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** A maintenance of the org that people are told of beforehand. */
export interface Maintenance {
  readonly type: MaintenanceType;
  readonly title: string;
  readonly description: string | null;
  readonly span: TimeSpan;
  /** The part of it in which nothing is answered. */
  readonly downtime: TimeSpan;
  /** When people are told. */
  readonly message: TimeSpan;
}

/** What a plan says; times are milliseconds since 1970. */
export interface MaintenancePlan {
  /** Default `MaintenanceWithDowntime`. */
  readonly type?: MaintenanceType;
  /** Default `Scheduled maintenance`. */
  readonly title?: string;
  readonly description?: string;
  readonly from: number;
  readonly to: number;
  /** Default: all of the time. Counts for the types with a downtime only. */
  readonly downtimeFrom?: number;
  readonly downtimeTo?: number;
  /** From when on it is told, until it is over. Default: at once. */
  readonly toldFrom?: number;
}

/** Puts a plan into its full form. */
export function planned(plan: MaintenancePlan, now: number): Maintenance {
  const { type = 'MaintenanceWithDowntime', title = 'Scheduled maintenance', description, from, to } = plan;
  if (!(from < to)) throw new RangeError('A maintenance must end after it begins.');
  return {
    type,
    title,
    description: description ?? null,
    span: { from, to },
    downtime: { from: plan.downtimeFrom ?? from, to: plan.downtimeTo ?? to },
    message: { from: plan.toldFrom ?? now, to },
  };
}

/** When nothing is answered: some types have no downtime. */
export function downtimeOf({ type, downtime }: Maintenance): TimeSpan | null {
  return type === 'GenerallyAvailable' || type === 'ReadOnly' ? null : downtime;
}

/** Whether nothing is answered at this time. */
export function isDown(maintenance: Maintenance, now: number): boolean {
  return isWithin(downtimeOf(maintenance), now);
}

/** Whether people are told of it at this time. */
export function isTold({ message }: Maintenance, now: number): boolean {
  return isWithin(message, now);
}

function isWithin(span: TimeSpan | null, now: number): boolean {
  return span !== null && span.from <= now && now < span.to;
}
