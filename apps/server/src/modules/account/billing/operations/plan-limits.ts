/** What plans allow of use. Without billing there is one plan, whose limits are those of safety alone. */
import type { LimitNumbers } from '@promptvault/contract/account/billing/shapes';

export interface PlanLimits {
  name: string;
  organization: LimitNumbers;
  /** Of each person. */
  person: LimitNumbers;
  /** Of each network address. */
  address: LimitNumbers;
}

/** Far above what people do, far below what a program that has lost its way does. */
export const selfHosted: PlanLimits = {
  name: 'self_hosted',
  organization: {
    runsAnHour: 100_000,
    runsADay: 1_000_000,
    runsAtOnce: 400,
    uploadsAnHour: 2_000,
    uploadsADay: 10_000,
  },
  person: {
    runsAnHour: 20_000,
    runsADay: 200_000,
    runsAtOnce: 128,
    uploadsAnHour: 500,
    uploadsADay: 2_000,
  },
  address: {
    runsAnHour: 60_000,
    runsADay: 600_000,
    runsAtOnce: null,
    uploadsAnHour: 1_500,
    uploadsADay: 6_000,
  },
};
