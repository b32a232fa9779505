import fc from "fast-check";
import type { Environment } from "../environment/schema.ts";
import { environment } from "./cloud.fixture.ts";

const subset = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: 1 });
const cidr = fc.constantFrom("0.0.0.0/0", "::/0", "10.1.2.3/8", "203.0.113.0/24", "2001:DB8::/32");

/** Any Environment that the API can make, small enough to be made often. */
export const anyEnvironment: fc.Arbitrary<Environment> = fc
  .record({
    locations: subset(["nbg1", "fsn1", "hel1"]),
    types: subset(["cx23", "cx33", "cpx22", "cax11"]),
    image: fc.constantFrom("ubuntu-24.04", "debian-13"),
    count: fc.constantFrom(1, 1, 3),
    publicIPv4: fc.boolean(),
    publicIPv6: fc.boolean(),
    sshFrom: fc.uniqueArray(cidr, { minLength: 1, maxLength: 3 }),
    placementGroup: fc.boolean(),
    protection: fc.boolean(),
    network: fc.constantFrom({}, { cidr: "10.0.0.0/16" }, { cidr: "192.168.0.0/24" }),
    volumes: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom("data", "logs"),
        sizeGB: fc.constantFrom(10, 20, 40),
        format: fc.constantFrom("ext4", "xfs"),
      }),
      { selector: ({ name }) => name, maxLength: 2 },
    ),
    agents: fc.constantFrom(0, 0, 1, 2),
  })
  .filter(({ publicIPv4, publicIPv6 }) => publicIPv4 || publicIPv6)
  .map(({ agents, ...server }) => environment(server, agents === 0 ? {} : { agents: { count: agents } }));
