/**
 * What Hetzner Cloud sells, as of November 2026: https://www.hetzner.com/cloud and the API's own /server_types, /locations and
 * /pricing. Prices are net euros a month. Those of cx23, cax11, cpx12 and cpx22 were read; the others follow from the size
 * and are indicative. Nothing but this file knows a name, an id or a price.
 */
export const catalogueDate = "2026-11-01";

export const locations = [
  {
    id: 1,
    name: "fsn1",
    description: "Falkenstein DC Park 1",
    country: "DE",
    city: "Falkenstein",
    latitude: 50.47612,
    longitude: 12.370071,
    network_zone: "eu-central",
  },
  {
    id: 2,
    name: "nbg1",
    description: "Nuremberg DC Park 1",
    country: "DE",
    city: "Nuremberg",
    latitude: 49.452102,
    longitude: 11.076665,
    network_zone: "eu-central",
  },
  {
    id: 3,
    name: "hel1",
    description: "Helsinki DC Park 1",
    country: "FI",
    city: "Helsinki",
    latitude: 60.169855,
    longitude: 24.938379,
    network_zone: "eu-central",
  },
  {
    id: 4,
    name: "ash",
    description: "Ashburn, VA",
    country: "US",
    city: "Ashburn, VA",
    latitude: 39.045821,
    longitude: -77.487073,
    network_zone: "us-east",
  },
  {
    id: 5,
    name: "hil",
    description: "Hillsboro, OR",
    country: "US",
    city: "Hillsboro, OR",
    latitude: 45.54222,
    longitude: -122.951924,
    network_zone: "us-west",
  },
  {
    id: 6,
    name: "sin",
    description: "Singapore",
    country: "SG",
    city: "Singapore",
    latitude: 1.283333,
    longitude: 103.833333,
    network_zone: "ap-southeast",
  },
] as const;

const europe = ["fsn1", "nbg1", "hel1"];
const overseas = ["ash", "hil", "sin"];

interface Family {
  category: string;
  cpu_type: "shared" | "dedicated";
  architecture: "x86" | "arm";
  /** Where the types can be ordered. */
  orderable: readonly string[];
  /** Where they still run and can no longer be ordered. */
  retired: readonly string[];
  /** id, name, cores, GB of memory, GB of disk, net euros a month in Europe. */
  types: readonly (readonly [number, string, number, number, number, number])[];
}

export const families: readonly Family[] = [
  {
    category: "Cost Optimized",
    cpu_type: "shared",
    architecture: "x86",
    orderable: europe,
    retired: [],
    types: [
      [114, "cx23", 2, 4, 40, 5.49],
      [115, "cx33", 4, 8, 80, 8.49],
      [116, "cx43", 8, 16, 160, 15.49],
      [117, "cx53", 16, 32, 320, 28.49],
    ],
  },
  {
    category: "Cost Optimized",
    cpu_type: "shared",
    architecture: "x86",
    orderable: [],
    retired: europe,
    types: [
      [104, "cx22", 2, 4, 40, 4.99],
      [105, "cx32", 4, 8, 80, 8.99],
      [106, "cx42", 8, 16, 160, 21.49],
      [107, "cx52", 16, 32, 320, 41.49],
    ],
  },
  {
    category: "Cost Optimized",
    cpu_type: "shared",
    architecture: "arm",
    orderable: europe,
    retired: [],
    types: [
      [45, "cax11", 2, 4, 40, 5.99],
      [93, "cax21", 4, 8, 80, 10.49],
      [94, "cax31", 8, 16, 160, 20.49],
      [95, "cax41", 16, 32, 320, 39.99],
    ],
  },
  {
    category: "Regular Performance",
    cpu_type: "shared",
    architecture: "x86",
    orderable: ["ash", "hil"],
    retired: [...europe, "sin"],
    types: [
      [22, "cpx11", 2, 2, 40, 6.99],
      [23, "cpx21", 3, 4, 80, 12.49],
      [24, "cpx31", 4, 8, 160, 22.49],
      [25, "cpx41", 8, 16, 240, 41.49],
      [26, "cpx51", 16, 32, 360, 81.49],
    ],
  },
  {
    category: "Regular Performance",
    cpu_type: "shared",
    architecture: "x86",
    orderable: [...europe, "sin"],
    retired: [],
    types: [
      [108, "cpx12", 1, 2, 40, 11.49],
      [109, "cpx22", 2, 4, 80, 19.49],
      [110, "cpx32", 4, 8, 160, 35.49],
      [111, "cpx42", 8, 16, 320, 69.49],
      [112, "cpx52", 12, 24, 480, 100.49],
      [113, "cpx62", 16, 32, 640, 138.49],
    ],
  },
  {
    category: "General Purpose",
    cpu_type: "dedicated",
    architecture: "x86",
    orderable: [...europe, ...overseas],
    retired: [],
    types: [
      [96, "ccx13", 2, 8, 80, 21.49],
      [97, "ccx23", 4, 16, 160, 41.99],
      [98, "ccx33", 8, 32, 240, 82.99],
      [99, "ccx43", 16, 64, 360, 164.99],
      [100, "ccx53", 32, 128, 600, 328.99],
      [101, "ccx63", 48, 192, 960, 492.99],
    ],
  },
];

/** When the retired types were announced, and when they could no longer be ordered. */
export const retirement = { announced: "2025-10-16T06:00:00+00:00", unavailable_after: "2026-01-01T00:00:00+00:00" };

/** The monthly price is reached after this many hours: https://docs.hetzner.com/cloud/billing/faq */
export const hoursToMonthlyCap = 624;

/** For prices that are told by the month only: 365 days of 24 hours, a twelfth of them. */
export const hoursInMonth = 730;

/** What the same type costs elsewhere, as a factor of Europe's price. */
export const priceFactors: Readonly<Record<string, number>> = { ash: 1.1, hil: 1.1, sin: 1.35 };

export const prices = {
  vatPercent: 19,
  primaryIpv4: 0.5,
  primaryIpv6: 0,
  floatingIpv4: 3,
  floatingIpv6: 1,
  snapshotPerGB: 0.0143,
  volumePerGB: 0.0572,
  backupPercent: 20,
  trafficPerTB: 1,
} as const;

const terabytes = (count: number): number => count * 1024 ** 4;
export const includedTraffic = (location: string): number => terabytes(europe.includes(location) ? 20 : 1);

/** id, name, description, services, targets, certificates, connections, net euros a month in Europe. */
export const loadBalancerTypes = [
  [1, "lb11", "LB11", 5, 25, 10, 10_000, 7.49],
  [2, "lb21", "LB21", 15, 75, 25, 20_000, 20.49],
  [3, "lb31", "LB31", 30, 150, 50, 40_000, 40.49],
] as const;

/** Id of the x86 and of the Arm build, name, flavour, version, description; and when it was deprecated, if it is. */
export const systemImages: readonly {
  ids: readonly [number, number];
  name: string;
  flavor: string;
  version: string;
  description: string;
  deprecated?: string;
}[] = [
  { ids: [114690387, 114690389], name: "debian-12", flavor: "debian", version: "12", description: "Debian 12" },
  { ids: [310557660, 310557661], name: "debian-13", flavor: "debian", version: "13", description: "Debian 13" },
  {
    ids: [15512617, 103907373],
    name: "ubuntu-20.04",
    flavor: "ubuntu",
    version: "20.04",
    description: "Ubuntu 20.04",
    deprecated: "2025-07-08T08:00:00+00:00",
  },
  { ids: [67794396, 103908130], name: "ubuntu-22.04", flavor: "ubuntu", version: "22.04", description: "Ubuntu 22.04" },
  {
    ids: [161547269, 161547270],
    name: "ubuntu-24.04",
    flavor: "ubuntu",
    version: "24.04",
    description: "Ubuntu 24.04",
  },
  {
    ids: [390000001, 390000002],
    name: "ubuntu-26.04",
    flavor: "ubuntu",
    version: "26.04",
    description: "Ubuntu 26.04",
  },
  { ids: [103908327, 103907376], name: "rocky-9", flavor: "rocky", version: "9", description: "Rocky Linux 9" },
  { ids: [118324800, 118324801], name: "alma-9", flavor: "alma", version: "9", description: "AlmaLinux 9" },
  { ids: [300000001, 300000002], name: "fedora-43", flavor: "fedora", version: "43", description: "Fedora 43" },
];

/** id, name, description, architecture. */
export const isos = [
  [8637, "debian-12.5.0-amd64-netinst.iso", "Debian 12.5 (amd64/netinstall)", "x86"],
  [8638, "debian-12.5.0-arm64-netinst.iso", "Debian 12.5 (arm64/netinstall)", "arm"],
] as const;
