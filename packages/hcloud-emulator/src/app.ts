import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import { controlRoutes } from "./control.ts";
import type { Engine } from "./engine.ts";
import type { ActionFault, Fault } from "./faults/fault.ts";
import { ApiError } from "./http/errors.ts";
import type { Answer, ApiRequest, Route } from "./http/route.ts";
import { readJson } from "./http/validation.ts";
import type { EmulatorOptions, Exchange, RequestLogEntry } from "./options.ts";
import { authorize } from "./project-access.ts";
import { routes } from "./routes.ts";

type Env = { Bindings: HttpBindings };
type Find<F extends Fault["fault"]> = Extract<Fault, { fault: F }>;

/** The HTTP face: tokens, rate limit, faults, and every operation of the API below /v1. */
export function createApp(engine: Engine, options: EmulatorOptions, log: RequestLogEntry[]): Hono<Env> {
  const app = new Hono<Env>();
  app.route("/_emulator", controlRoutes(engine, log));
  const serve = (route: Route | undefined) => (context: Context<Env>) => exchange(engine, options, log, route, context);
  for (const route of routes) app.on(route.method, `/v1${route.path}`, serve(route));
  app.all("/v1/*", serve(undefined));
  app.onError((error, context) => {
    process.stderr.write(`hcloud-emulator met a bug of its own: ${error.stack ?? error.message}\n`);
    return context.json(new ApiError("server_error", error.message).body, 500);
  });
  app.notFound((context) => context.json(new ApiError("not_found", "Not found").body, 404));
  return app;
}

async function exchange(
  engine: Engine,
  options: EmulatorOptions,
  log: RequestLogEntry[],
  route: Route | undefined,
  context: Context<Env>,
): Promise<Response> {
  const { method } = context.req;
  const path = context.req.path.replace(/^\/v1/, "");
  const text = await context.req.text();
  const headers: Record<string, string> = {};
  let faults: Fault[] = [];
  const met = <F extends Fault["fault"]>(name: F): Find<F> | undefined =>
    faults.find((one): one is Find<F> => one.fault === name);

  const answer = await attempt(async () => {
    const { project, access } = authorize(options.tokens ?? { emulator: {} }, context.req.header("authorization"));
    faults = engine.faults.meet(method, path);
    await prepare(engine, project, faults);
    if (met("drop-before") !== undefined) return undefined;
    limitRate(engine, project, headers);
    const error = met("error");
    if (error !== undefined) throw new ApiError(error.code, error.message ?? error.code, null, error.status);
    if (access === "read" && method !== "GET") {
      throw new ApiError("token_readonly", "the token is read-only");
    }
    if (route === undefined) throw new ApiError("not_found", "Not found");
    const request: ApiRequest = {
      query: new URL(context.req.url).searchParams,
      body: readJson(text),
      params: context.req.param(),
    };
    const done = route.handle(engine.world(project, actionFault(faults)), request);
    // Machines begin with their work now, not when somebody asks how far it is.
    if (options.machines !== undefined) engine.settle();
    return done;
  });
  engine.save();
  if (answer === undefined) return drop(context);
  log.push({ method, path, status: answer.status });
  options.onExchange?.(describe(context, path, route, text, answer));
  if (met("drop-after") !== undefined) return drop(context);
  headers["X-Correlation-Id"] = correlationId(options.random ?? Math.random);
  const truncated = met("truncate");
  if (truncated !== undefined) return cutShort(context, answer, headers, truncated.bytes);
  if (answer.body === undefined) return context.body(null, 204, headers);
  return new Response(JSON.stringify(answer.body), {
    status: answer.status,
    headers: { ...headers, "Content-Type": "application/json" },
  });
}

async function attempt(work: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body };
    throw error;
  }
}

async function prepare(engine: Engine, project: string, faults: readonly Fault[]): Promise<void> {
  for (const fault of faults) {
    if (fault.fault === "jump-clock") engine.clock.advance(fault.milliseconds);
    if (fault.fault === "exhaust-rate-limit") engine.bucket(project).exhaust(engine.clock.now());
    if (fault.fault === "delay") await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
  }
}

function limitRate(engine: Engine, project: string, headers: Record<string, string>): void {
  const [bucket, now] = [engine.bucket(project), engine.clock.now()];
  const allowed = bucket.take(now);
  Object.assign(headers, bucket.headers(now));
  if (!allowed) throw new ApiError("rate_limit_exceeded", "limit of requests per hour reached");
}

function actionFault(faults: readonly Fault[]): ActionFault | undefined {
  const effect: ActionFault = {};
  for (const fault of faults) {
    if (fault.fault === "fail-action") effect.fails = { code: fault.code, message: fault.message };
    if (fault.fault === "slow-action") effect.slowedBy = fault.milliseconds;
    if (fault.fault === "ignore-shutdown") effect.ignoresShutdown = true;
  }
  return Object.keys(effect).length === 0 ? undefined : effect;
}

/** Closes the connection without an answer. */
function drop(context: Context<Env>): Response {
  context.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

function cutShort(context: Context<Env>, answer: Answer, headers: Record<string, string>, bytes: number): Response {
  const body = Buffer.from(answer.body === undefined ? "" : JSON.stringify(answer.body));
  const { outgoing } = context.env;
  outgoing.writeHead(answer.status, {
    ...headers,
    "Content-Type": "application/json",
    "Content-Length": String(body.length),
  });
  outgoing.write(body.subarray(0, Math.min(bytes, body.length - 1)), () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

const correlationId = (random: () => number): string =>
  Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join("");

function describe(
  context: Context<Env>,
  path: string,
  route: Route | undefined,
  text: string,
  answer: Answer,
): Exchange {
  return {
    method: context.req.method,
    path,
    operation: route?.path.replaceAll(/:(\w+)/g, "{$1}"),
    query: new URL(context.req.url).search,
    requestBody: parsed(text),
    status: answer.status,
    body: answer.body,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
