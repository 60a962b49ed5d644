import { moduleOf } from './source-file.mjs';

const mint = 'apps/server/src/foundation/context/authorized.ts';

/** A proof of permission is made where the permission was checked, and nowhere else. */
export const proofs = {
  name: 'proofs',
  sentence: 'only open.ts of a module mints Authorized',
  check({ files }) {
    const looked = files.filter((file) => moduleOf(file.path)?.app === 'server' && !file.isTest);
    const violations = looked
      .filter((file) => moduleOf(file.path).inside !== 'open.ts')
      .flatMap((file) =>
        file.imports
          .filter(({ target, typeOnly }) => target === mint && !typeOnly)
          .map(({ line }) => ({
            file: file.path,
            line,
            message: 'mints a proof of permission; open the row in open.ts',
          })),
      );
    return { looked: looked.length, violations };
  },
};
