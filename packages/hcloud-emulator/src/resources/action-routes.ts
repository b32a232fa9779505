import { renderAction, resourceTypes } from "../actions/actions.ts";
import { ApiError, invalid, notFound } from "../http/errors.ts";
import { paginate } from "../http/paging.ts";
import { type Answer, type ApiRequest, ok, type Route } from "../http/route.ts";
import { sorted } from "../http/sorting.ts";
import type { Kind } from "../state/records.ts";
import type { StoredAction } from "../state/state.ts";
import { findRecord, type World } from "../world.ts";

const sorts = {
  id: ({ id }: StoredAction) => id,
  command: ({ command }: StoredAction) => command,
  status: ({ status }: StoredAction) => status,
  started: ({ started }: StoredAction) => started,
  finished: ({ finished }: StoredAction) => finished,
};

/** `GET /actions`, which has to be told the ids since 2025-01-30, and `GET /actions/{id}`. */
export const globalActionRoutes: Route[] = [
  {
    method: "GET",
    path: "/actions",
    handle: (world, request) => {
      if (request.query.getAll("id").length === 0) throw invalid("id", "is missing");
      return list(world, request, () => true);
    },
  },
  { method: "GET", path: "/actions/:action", handle: (world, request) => one(world, request, () => true) },
];

/** The actions of one kind, and of one resource. */
export function actionRoutes(kind: Kind, title: string): Route[] {
  const type = resourceTypes[kind];
  const ofKind = ({ resources }: StoredAction): boolean => resources.some((one) => one.type === type);
  const ofOne =
    ({ params }: ApiRequest) =>
    ({ resources }: StoredAction): boolean =>
      resources.some((one) => one.type === type && String(one.id) === params["id"]);
  const ensureThere = (world: World, { params }: ApiRequest): void => {
    if (findRecord(world, kind, Number(params["id"])) === undefined) throw notFound(title, params["id"] ?? "");
  };
  return [
    { method: "GET", path: `/${kind}/actions`, handle: (world, request) => list(world, request, ofKind) },
    { method: "GET", path: `/${kind}/actions/:action`, handle: (world, request) => one(world, request, ofKind) },
    {
      method: "GET",
      path: `/${kind}/:id/actions`,
      handle: (world, request) => {
        ensureThere(world, request);
        return list(world, request, ofOne(request));
      },
    },
    {
      method: "GET",
      path: `/${kind}/:id/actions/:action`,
      handle: (world, request) => one(world, request, ofOne(request)),
    },
  ];
}

function list(world: World, { query }: ApiRequest, belongs: (action: StoredAction) => boolean): Answer {
  const [ids, statuses] = [query.getAll("id"), query.getAll("status")];
  const actions = Object.values(world.project.actions).filter(
    (action) =>
      belongs(action) &&
      (ids.length === 0 || ids.includes(String(action.id))) &&
      (statuses.length === 0 || statuses.includes(action.status)),
  );
  const { entries, pagination } = paginate(sorted(actions, query.getAll("sort"), sorts), query);
  return ok({ actions: entries.map((action) => renderAction(world, action)), meta: { pagination } });
}

function one(world: World, { params }: ApiRequest, belongs: (action: StoredAction) => boolean): Answer {
  const action = world.project.actions[params["action"] ?? ""];
  if (action === undefined || !belongs(action)) {
    throw new ApiError("not_found", `action with ID '${params["action"]}' not found`);
  }
  return ok({ action: renderAction(world, action) });
}
