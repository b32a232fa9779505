/** Cores, and memory in GiB, as the provider states them. */
export interface ServerSize {
  cores: number;
  memory: number;
}

const sizes = (...rows: readonly [names: string, cores: number, memory: number][]): [string, ServerSize][] =>
  rows.flatMap(([names, cores, memory]) =>
    names.split(" ").map((name): [string, ServerSize] => [name, { cores, memory }]),
  );

/**
 * Hetzner Cloud's server types as of November 2026, with those that can no longer be ordered but still run. Source: the
 * provider's list of types (https://docs.hetzner.cloud/reference/cloud#server-types). Prices and stock are asked when they are needed.
 */
export const serverTypes: ReadonlyMap<string, ServerSize> = new Map(
  sizes(
    ["cpx12", 1, 2],
    ["cx23 cx22 cax11 cpx22", 2, 4],
    ["cpx11", 2, 2],
    ["cpx21", 3, 4],
    ["cx33 cx32 cax21 cpx32 cpx31", 4, 8],
    ["cx43 cx42 cax31 cpx42 cpx41", 8, 16],
    ["cpx52", 12, 24],
    ["cx53 cx52 cax41 cpx62 cpx51", 16, 32],
    ["ccx13", 2, 8],
    ["ccx23", 4, 16],
    ["ccx33", 8, 32],
    ["ccx43", 16, 64],
    ["ccx53", 32, 128],
    ["ccx63", 48, 192],
  ),
);
