/** Loaded before a server whose days pass faster: each SIGUSR2 moves its time of day on by one. */
const Real = Date;
const day = 24 * 60 * 60_000;
let ahead = 0;
process.on('SIGUSR2', () => {
  ahead += day;
});
const now = () => Real.now() + ahead;

globalThis.Date = class extends Real {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};
