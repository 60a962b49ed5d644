import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Link-local and metadata services of clouds, and addresses that are no single machine: never to be called. */
const never = new BlockList();
never.addSubnet('169.254.0.0', 16, 'ipv4');
never.addSubnet('0.0.0.0', 8, 'ipv4');
never.addSubnet('224.0.0.0', 3, 'ipv4');
never.addAddress('100.100.100.200', 'ipv4');
never.addAddress('192.0.0.192', 'ipv4');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');
never.addAddress('::', 'ipv6');
never.addAddress('fd00:ec2::254', 'ipv6');
never.addAddress('fd20:ce::254', 'ipv6');

/** The own machine and the own network: only where the operator allows it. */
const own = new BlockList();
own.addSubnet('127.0.0.0', 8, 'ipv4');
own.addSubnet('10.0.0.0', 8, 'ipv4');
own.addSubnet('172.16.0.0', 12, 'ipv4');
own.addSubnet('192.168.0.0', 16, 'ipv4');
own.addSubnet('100.64.0.0', 10, 'ipv4');
own.addSubnet('192.0.0.0', 24, 'ipv4');
own.addSubnet('198.18.0.0', 15, 'ipv4');
own.addAddress('::1', 'ipv6');
own.addSubnet('fc00::', 7, 'ipv6');
own.addSubnet('fec0::', 10, 'ipv6');

export type AddressClass = 'public' | 'private' | 'forbidden';

/** Classes an IP address. An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) is judged as itself. */
export function addressClass(address: string): AddressClass {
  const plain = address.replace(/%.*$/, '');
  if (isIPv4(plain)) return judge(plain, 'ipv4');
  if (!isIPv6(plain)) return 'forbidden';
  const inner = innerIpv4(plain);
  return inner ? judge(inner, 'ipv4') : judge(plain, 'ipv6');
}

function judge(address: string, family: 'ipv4' | 'ipv6'): AddressClass {
  if (never.check(address, family)) return 'forbidden';
  return own.check(address, family) ? 'private' : 'public';
}

function innerIpv4(address: string): string | undefined {
  const groups = groupsOf(address);
  const [first, second] = groups;
  const zeros = (from: number, to: number) => groups.slice(from, to).every((group) => group === 0);
  const mapped = zeros(0, 5) && groups[5] === 0xffff;
  const compatible = zeros(0, 6) && (groups[6] !== 0 || (groups[7] ?? 0) > 1);
  const translated = first === 0x64 && second === 0xff9b;
  if (mapped || compatible || translated) return dotted(groups[6], groups[7]);
  return first === 0x2002 ? dotted(groups[1], groups[2]) : undefined;
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight 16-bit groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const hexadecimal = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [head = '', tail] = hexadecimal.split('::');
  const parse = (part: string) =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const before = parse(head);
  const after = tail === undefined ? [] : parse(tail);
  const missing = 8 - before.length - after.length;
  return [...before, ...Array.from({ length: Math.max(missing, 0) }, () => 0), ...after];
}
