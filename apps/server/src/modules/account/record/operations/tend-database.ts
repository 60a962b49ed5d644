import type { JobWork } from '../../../../foundation/module/define-module.ts';

/** Vacuums and analyses the embedded database, for which nobody else does it. */
export const tendDatabase = ({ db }: JobWork): Promise<void> => db.maintain();
