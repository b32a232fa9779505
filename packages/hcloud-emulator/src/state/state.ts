import { z } from "zod";
import { recordSchemas } from "./records.ts";

const id = z.number().int();
const kind = z.enum([
  "ssh_keys",
  "servers",
  "primary_ips",
  "floating_ips",
  "volumes",
  "firewalls",
  "networks",
  "placement_groups",
  "images",
  "load_balancers",
  "certificates",
]);

const tariff = z.object({
  /** Net euros an hour, and the most a calendar month costs. */
  hourly: z.number(),
  monthly: z.number(),
});

const billed = z.object({
  kind: z.string(),
  id,
  name: z.string(),
  /** What makes the price: a server type, "ipv4", "10 GB". */
  type: z.string(),
  location: z.string().nullable(),
  tariff,
});
const bill = billed.extend({ from: z.number(), to: z.number().nullable() });

/** What a finished action does to the project; data, so that actions under way survive a restart. */
const effect = z.discriminatedUnion("do", [
  z.object({ do: z.literal("set"), kind, id, fields: z.record(z.string(), z.unknown()) }),
  z.object({ do: z.literal("remove"), kind, id }),
  /** In place of what was billed for the same thing until then. */
  z.object({ do: z.literal("bill"), billed }),
  z.object({ do: z.literal("unbill"), kind: z.string(), id }),
  /** Only if the server is still on its way down. */
  z.object({ do: z.literal("power-down"), server: id }),
  z.object({
    do: z.literal("attach-network"),
    server: id,
    network: id,
    ip: z.string(),
    alias_ips: z.array(z.string()),
  }),
]);

const machineWork = z.object({
  verb: z.enum(["create", "rebuild", "power-on", "power-off", "shutdown", "reboot", "delete", "snapshot"]),
  server: id,
  image: id.optional(),
});

const action = z.object({
  id,
  command: z.string(),
  status: z.enum(["running", "success", "error"]),
  started: z.number(),
  /** Milliseconds the action takes once it may begin. */
  duration: z.number(),
  /** The action that has to finish first. */
  after: id.nullable(),
  finished: z.number().nullable(),
  resources: z.array(z.object({ id, type: z.string() })),
  /** What nobody else may change while the action runs. */
  holds: z.array(z.object({ kind, id })),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  fails: z.object({ code: z.string(), message: z.string() }).nullable(),
  effects: z.array(effect),
  undo: z.array(effect),
  machine: machineWork.nullable(),
});

const table = <T extends z.ZodType>(schema: T) => z.record(z.string(), schema);

const project = z.object({
  ssh_keys: table(recordSchemas.ssh_keys),
  servers: table(recordSchemas.servers),
  primary_ips: table(recordSchemas.primary_ips),
  floating_ips: table(recordSchemas.floating_ips),
  volumes: table(recordSchemas.volumes),
  firewalls: table(recordSchemas.firewalls),
  networks: table(recordSchemas.networks),
  placement_groups: table(recordSchemas.placement_groups),
  images: table(recordSchemas.images),
  load_balancers: table(recordSchemas.load_balancers),
  certificates: table(recordSchemas.certificates),
  actions: z.record(z.string(), action),
  /** Ids of the actions that are not finished, so that the finished ones, which are many, need not be looked at. */
  running: z.array(id),
  bills: z.array(bill),
});

export const stateSchema = z.object({
  version: z.literal(1),
  /** Milliseconds that the emulated clock is ahead of the one passed in. */
  clockOffset: z.number(),
  nextId: id,
  /** Counts the addresses given out, so that a released one is not given out again at once. */
  nextAddress: id,
  projects: z.record(z.string(), project),
});

export type State = z.infer<typeof stateSchema>;
export type Project = z.infer<typeof project>;
export type Effect = z.infer<typeof effect>;
export type StoredAction = z.infer<typeof action>;
export type MachineWork = z.infer<typeof machineWork>;
export type Tariff = z.infer<typeof tariff>;
export type Billed = z.infer<typeof billed>;
export type Bill = z.infer<typeof bill>;

export const emptyState = (): State => ({
  version: 1,
  clockOffset: 0,
  nextId: 1_000_001,
  nextAddress: 0,
  projects: {},
});

export const emptyProject = (): Project => ({
  ssh_keys: {},
  servers: {},
  primary_ips: {},
  floating_ips: {},
  volumes: {},
  firewalls: {},
  networks: {},
  placement_groups: {},
  images: {},
  load_balancers: {},
  certificates: {},
  actions: {},
  running: [],
  bills: [],
});
