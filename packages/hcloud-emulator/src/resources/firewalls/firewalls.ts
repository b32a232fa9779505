import { z } from "zod";
import { renderAction, startAction } from "../../actions/actions.ts";
import { ApiError } from "../../http/errors.ts";
import { labelSelector } from "../../http/label-selector.ts";
import { labelsSchema } from "../../http/labels.ts";
import { created } from "../../http/route.ts";
import { parseBody } from "../../http/validation.ts";
import { ensureRoom } from "../../limits.ts";
import type { FirewallTarget, RecordOf } from "../../state/records.ts";
import { findRecord, insertRecord, iso, nextId, recordsOf, type World } from "../../world.ts";
import { addressOf } from "../primary-ips.ts";
import { ensureUniqueName, nameSchema, type Resource } from "../resource.ts";
import { selectedServers } from "./applied.ts";
import { rulesSchema } from "./rules.ts";

type Firewall = RecordOf<"firewalls">;

const target = z.discriminatedUnion("type", [
  z.object({ type: z.literal("server"), server: z.object({ id: z.number().int() }) }),
  z.object({ type: z.literal("label_selector"), label_selector: z.object({ selector: z.string().min(1) }) }),
]);
type Target = z.infer<typeof target>;

const createBody = z.object({
  name: nameSchema,
  rules: rulesSchema.default([]),
  apply_to: z.array(target).default([]),
  labels: labelsSchema.default({}),
});

export const firewalls: Resource<"firewalls"> = {
  kind: "firewalls",
  singular: "firewall",
  title: "firewall",
  sorts: ["id", "name", "created"],
  render: (world, firewall) => ({
    id: firewall.id,
    name: firewall.name,
    labels: firewall.labels,
    created: iso(firewall.created),
    rules: firewall.rules,
    applied_to: firewall.applied_to.map((one) => renderTarget(world, one)),
  }),
  create(world, request) {
    const { name, labels, rules, apply_to } = parseBody(createBody, request);
    ensureUniqueName(world, "firewalls", name);
    ensureRoom(world, "firewalls");
    const firewall: Firewall = { id: nextId(world), name, labels, created: world.now, rules, applied_to: [] };
    for (const one of apply_to) add(world, firewall, one);
    insertRecord(world, "firewalls", firewall);
    const actions = [
      act(world, firewall, "set_firewall_rules"),
      ...appliances(world, firewall, "apply_firewall", apply_to),
    ];
    return created({ firewall: firewalls.render(world, firewall), actions });
  },
  remove(_world, firewall) {
    if (firewall.applied_to.length === 0) return undefined;
    const count = firewall.applied_to.length;
    throw new ApiError(
      "resource_in_use",
      `firewall is still applied to ${count} ${count === 1 ? "resource" : "resources"}`,
    );
  },
  commands: {
    set_rules(world, firewall, request) {
      firewall.rules = parseBody(z.object({ rules: rulesSchema }), request).rules;
      const applied = firewall.applied_to.flatMap((one) => (one.type === "server" ? [one.server] : []));
      const again = applied.map((server) => act(world, firewall, "apply_firewall", server));
      return created({ actions: [act(world, firewall, "set_firewall_rules"), ...again] });
    },
    apply_to_resources(world, firewall, request) {
      const { apply_to } = parseBody(z.object({ apply_to: z.array(target).min(1, "is missing") }), request);
      const draft = { ...firewall, applied_to: [...firewall.applied_to] };
      for (const one of apply_to) add(world, draft, one);
      firewall.applied_to = draft.applied_to;
      return created({ actions: appliances(world, firewall, "apply_firewall", apply_to) });
    },
    remove_from_resources(world, firewall, request) {
      const { remove_from } = parseBody(z.object({ remove_from: z.array(target).min(1, "is missing") }), request);
      for (const one of remove_from) ensureRemovable(world, firewall, one);
      firewall.applied_to = firewall.applied_to.filter((one) => !remove_from.some((other) => isSame(one, other)));
      return created({ actions: appliances(world, firewall, "remove_firewall", remove_from) });
    },
  },
};

function renderTarget(world: World, one: FirewallTarget): Record<string, unknown> {
  if (one.type === "server") return { type: "server", server: { id: one.server } };
  return {
    type: "label_selector",
    label_selector: { selector: one.selector },
    applied_to_resources: selectedServers(world, one).map(({ id }) => ({ type: "server", server: { id } })),
  };
}

const isSame = (one: FirewallTarget, other: Target): boolean =>
  one.type === "server"
    ? other.type === "server" && other.server.id === one.server
    : other.type === "label_selector" && other.label_selector.selector === one.selector;

function add(world: World, firewall: Firewall, wanted: Target): void {
  if (firewall.applied_to.some((one) => isSame(one, wanted))) {
    throw new ApiError("firewall_already_applied", "firewall is already applied to this resource");
  }
  if (wanted.type === "label_selector") {
    const { selector } = wanted.label_selector;
    labelSelector(selector);
    firewall.applied_to.push({ type: "label_selector", selector, since: world.now });
    return;
  }
  const { id } = wanted.server;
  ensureServer(world, id);
  if (addressOf(world, id, "ipv4") === undefined && addressOf(world, id, "ipv6") === undefined) {
    throw new ApiError("private_net_only_server", "the server has no public network");
  }
  const applied = recordsOf(world, "firewalls").filter(({ applied_to }) =>
    applied_to.some((one) => one.type === "server" && one.server === id),
  );
  if (applied.length >= 5)
    throw new ApiError("resource_limit_exceeded", "at most 5 firewalls can be applied to a server");
  firewall.applied_to.push({ type: "server", server: id, since: world.now });
}

function ensureServer(world: World, id: number): void {
  if (findRecord(world, "servers", id) === undefined) {
    throw new ApiError("firewall_resource_not_found", `server with ID '${id}' not found`);
  }
}

function ensureRemovable(world: World, firewall: Firewall, wanted: Target): void {
  if (wanted.type === "server") ensureServer(world, wanted.server.id);
  if (firewall.applied_to.some((one) => isSame(one, wanted))) return;
  const selected =
    wanted.type === "server" &&
    firewall.applied_to.some((one) => selectedServers(world, one).some(({ id }) => id === wanted.server.id));
  throw selected
    ? new ApiError("firewall_managed_by_label_selector", "firewall is applied by a label selector")
    : new ApiError("firewall_already_removed", "firewall is not applied to this resource");
}

function act(world: World, firewall: Firewall, command: string, server?: number): Record<string, unknown> {
  const on = [
    { kind: "firewalls", id: firewall.id } as const,
    ...(server === undefined ? [] : [{ kind: "servers", id: server } as const]),
  ];
  return renderAction(world, startAction(world, { command, on, holds: [] }));
}

const appliances = (world: World, firewall: Firewall, command: string, targets: readonly Target[]) =>
  targets.map((one) => act(world, firewall, command, one.type === "server" ? one.server.id : undefined));
