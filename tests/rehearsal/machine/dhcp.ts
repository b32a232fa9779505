import { gateway } from "./addresses.ts";

/** RFC 2131 and 2132: the fixed part of a message, then the cookie, then options. */
const optionsAt = 240;
const cookie = Buffer.from([0x63, 0x82, 0x53, 0x63]);
const messageType = { discover: 1, offer: 2, request: 3, acknowledge: 5 } as const;

/** The answer to a DISCOVER or REQUEST of a known MAC address: a /32, as at Hetzner, with a route to the gateway. */
export function dhcpReply(packet: Buffer, addressOf: (mac: string) => string | undefined): Buffer | undefined {
  if (packet.length < optionsAt || packet[0] !== 1) return undefined;
  const mac = [...packet.subarray(28, 34)].map((byte) => byte.toString(16).padStart(2, "0")).join(":");
  const type = option(packet, 53)?.[0];
  const address = addressOf(mac);
  if (address === undefined || (type !== messageType.discover && type !== messageType.request)) return undefined;

  const reply = Buffer.alloc(236);
  reply.set([2, 1, 6, 0]);
  packet.copy(reply, 4, 4, 8);
  packet.copy(reply, 10, 10, 12);
  reply.set(bytes(address), 16);
  reply.set(bytes(gateway), 20);
  packet.copy(reply, 28, 28, 44);
  const router = bytes(gateway);
  const options: [number, readonly number[]][] = [
    [53, [type === messageType.discover ? messageType.offer : messageType.acknowledge]],
    [54, router],
    [51, [0, 1, 0x51, 0x80]],
    [1, [255, 255, 255, 255]],
    [3, router],
    [121, [32, ...router, 0, 0, 0, 0, 0, ...router]],
  ];
  const encoded = options.flatMap(([code, value]) => [code, value.length, ...value]);
  return Buffer.concat([reply, cookie, Buffer.from([...encoded, 255])]);
}

function option(packet: Buffer, wanted: number): Buffer | undefined {
  for (let at = optionsAt; at < packet.length && packet[at] !== 255;) {
    if (packet[at] === 0) {
      at += 1;
      continue;
    }
    const length = packet[at + 1] ?? 0;
    if (packet[at] === wanted) return packet.subarray(at + 2, at + 2 + length);
    at += 2 + length;
  }
  return undefined;
}

const bytes = (address: string): number[] => address.split(".").map(Number);
