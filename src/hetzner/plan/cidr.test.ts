import { expect, it } from "vitest";
import { canonicalCidr } from "./cidr.ts";

it.each([
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["10.1.2.3/8", "10.0.0.0/8"],
  ["203.0.113.77/27", "203.0.113.64/27"],
  ["192.0.2.1/32", "192.0.2.1/32"],
  ["::/0", "::/0"],
  ["2001:DB8:0:0:0:0:0:1/64", "2001:db8::/64"],
  ["2001:db8:ffff::/34", "2001:db8:c000::/34"],
  ["fe80::1/128", "fe80::1/128"],
])("%s is the network %s", (written, canonical) => {
  expect(canonicalCidr(written)).toBe(canonical);
});
