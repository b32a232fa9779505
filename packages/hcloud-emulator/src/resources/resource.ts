import { z } from "zod";
import { ensureUnheld } from "../actions/actions.ts";
import { ApiError, notFound } from "../http/errors.ts";
import { labelSelector } from "../http/label-selector.ts";
import { labelsSchema } from "../http/labels.ts";
import { paginate } from "../http/paging.ts";
import { type Answer, type ApiRequest, noContent, ok, type Route } from "../http/route.ts";
import { sorted } from "../http/sorting.ts";
import { parseBody } from "../http/validation.ts";
import type { Kind, RecordOf } from "../state/records.ts";
import { findRecord, recordsOf, type World } from "../world.ts";
import { actionRoutes } from "./action-routes.ts";
import { removeRecord } from "./removal.ts";

type Filters<K extends Kind> = Readonly<Record<string, (record: RecordOf<K>) => string>>;
type Command<K extends Kind> = (world: World, record: RecordOf<K>, body: unknown) => Answer;

/** What is special about one kind of resource; lists, reads, updates, deletes and actions are the same for all. */
export interface Resource<K extends Kind> {
  kind: K;
  /** Key of one resource in answers: `server`. */
  singular: string;
  /** As messages name it: `server`. */
  title: string;
  sorts: readonly ("id" | "name" | "created")[];
  filters?: Filters<K>;
  render(world: World, record: RecordOf<K>): Record<string, unknown>;
  create?: (world: World, body: unknown) => Answer;
  /** Takes the fields of a PUT other than name and labels. */
  update?: (world: World, record: RecordOf<K>, body: unknown) => void;
  /** What stands in the way of a delete, or happens instead of simply removing it. */
  remove?: (world: World, record: RecordOf<K>) => Answer | undefined;
  commands?: Readonly<Record<string, Command<K>>>;
  /** Other records and catalogue entries that belong to the list. */
  others?: (query: URLSearchParams) => (Record<string, unknown> & { id: number })[];
}

export const nameSchema = z.string().trim().min(1, "must not be empty").max(128);
const common = z.object({ name: nameSchema.optional(), labels: labelsSchema.optional() });

export function resourceRoutes<K extends Kind>(resource: Resource<K>): Route[] {
  const { kind, singular } = resource;
  const path = `/${kind}`;
  const one = (world: World, { params }: ApiRequest): RecordOf<K> => {
    const record = findRecord(world, kind, Number(params["id"]));
    if (record === undefined) throw notFound(resource.title, params["id"] ?? "");
    return record;
  };
  const answer = (world: World, record: RecordOf<K>): Answer => ok({ [singular]: resource.render(world, record) });
  const routes: Route[] = [
    { method: "GET", path, handle: (world, request) => listAnswer(resource, world, request) },
    {
      method: "GET",
      path: `${path}/:id`,
      handle: (world, request) => {
        const other = resource.others?.(new URLSearchParams()).find(({ id }) => String(id) === request.params["id"]);
        return other === undefined ? answer(world, one(world, request)) : ok({ [singular]: other });
      },
    },
    {
      method: "PUT",
      path: `${path}/:id`,
      handle: (world, request) => {
        const record = one(world, request);
        update(resource, world, record, request.body);
        return answer(world, record);
      },
    },
    {
      method: "DELETE",
      path: `${path}/:id`,
      handle: (world, request) => remove(resource, world, one(world, request)),
    },
    ...actionRoutes(resource.kind, resource.title),
  ];
  const { create } = resource;
  if (create !== undefined) {
    routes.push({ method: "POST", path, handle: (world, { body }) => create(world, body) });
  }
  for (const [command, run] of Object.entries(resource.commands ?? {})) {
    routes.push({
      method: "POST",
      path: `${path}/:id/actions/${command}`,
      handle: (world, request) => run(world, one(world, request), request.body),
    });
  }
  return routes;
}

function listAnswer<K extends Kind>(resource: Resource<K>, world: World, { query }: ApiRequest): Answer {
  const selector = query.get("label_selector");
  const matches = selector === null || selector === "" ? () => true : labelSelector(selector);
  const filters: Filters<K> = { name: ({ name }) => name, ...resource.filters };
  const records = recordsOf(world, resource.kind).filter(
    (record) =>
      matches(record.labels) &&
      Object.entries(filters).every(([name, value]) => {
        const wanted = query.getAll(name).filter((text) => text !== "");
        return wanted.length === 0 || wanted.includes(value(record));
      }),
  );
  const fields = Object.fromEntries(resource.sorts.map((field) => [field, (record: RecordOf<K>) => record[field]]));
  const others = selector === null || selector === "" ? (resource.others?.(query) ?? []) : [];
  const rendered = [
    ...others,
    ...sorted(records, query.getAll("sort"), fields).map((record) => resource.render(world, record)),
  ];
  const { entries, pagination } = paginate(rendered, query);
  return ok({ [resource.kind]: entries, meta: { pagination } });
}

function update<K extends Kind>(resource: Resource<K>, world: World, record: RecordOf<K>, body: unknown): void {
  const { name, labels } = parseBody(common, body);
  if (name !== undefined && name !== record.name) ensureUniqueName(world, resource.kind, name);
  resource.update?.(world, record, body);
  if (name !== undefined) record.name = name;
  if (labels !== undefined) record.labels = labels;
}

function remove<K extends Kind>(resource: Resource<K>, world: World, record: RecordOf<K>): Answer {
  if ("protection" in record && record.protection.delete) {
    throw new ApiError("protected", `${resource.title} deletion is protected`);
  }
  ensureUnheld(world, { kind: resource.kind, id: record.id });
  const answer = resource.remove?.(world, record);
  if (answer !== undefined) return answer;
  removeRecord(world.project, resource.kind, record.id, world.now);
  return noContent;
}

/** @throws ApiError `uniqueness_error`: a name is given once for each kind in a project. */
export function ensureUniqueName(world: World, kind: Kind, name: string): void {
  if (recordsOf(world, kind).some((record) => record.name === name)) {
    throw new ApiError("uniqueness_error", "name is already used", { fields: [{ name: "name" }] });
  }
}

/** A record that a request refers to by id. */
export function referred<K extends Kind>(world: World, kind: K, id: number, field: string): RecordOf<K> {
  const record = findRecord(world, kind, id);
  if (record === undefined) throw new ApiError("not_found", `${field} ${id} not found`);
  return record;
}
