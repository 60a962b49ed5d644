/** When the daily mail was due last: at that hour of the clock on the person's wall. */
export function latestDigest(now: Date, hour: number, timeZone: string): Date {
  const whole = now.getTime() - (now.getTime() % quarter);
  // Zones differ from UTC by whole quarters of an hour. Where the hour is left out when the clocks go forward, the
  // day has no daily mail, and the next one has both.
  for (let back = 0; back <= 50 * 60 * 60_000; back += quarter) {
    const moment = new Date(whole - back);
    const wall = clockIn(moment, timeZone);
    if (wall.hour === hour && wall.minute === 0) return moment;
  }
  return new Date(whole);
}

const quarter = 15 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function clockIn(moment: Date, timeZone: string): { hour: number; minute: number } {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return { hour: parts.get('hour') ?? 0, minute: parts.get('minute') ?? 0 };
}
