import type { KubernetesListObject, KubernetesObject } from "@kubernetes/client-node";
import { z } from "zod";
import { SlipwayError } from "../../model/error.ts";
import type { Json, JsonObject } from "../../model/resource.ts";
import { isObject } from "../../gitops/json.ts";
import type { ApiAnswer, ApiRequest, CollectionWatch, KubernetesApi } from "./api.ts";
import { answered, ApiRefusal, NoAnswer, unanswered } from "./refusal.ts";

const requestTimeout = 30_000;
/** Milliseconds before a watch that broke is begun again: short, because a restarted API server is back in seconds. */
const restartDelay = 500;

/** Opens the API server of a kubeconfig's current context. The client is loaded only now: it is large. */
export async function openApi(kubeconfig: string): Promise<KubernetesApi> {
  const client = await import("@kubernetes/client-node");
  const config = new client.KubeConfig();
  config.loadFromString(kubeconfig);
  const server = config.getCurrentCluster()?.server;
  if (server === undefined) {
    throw new SlipwayError("SLW-KUBECONFIG", "the kubeconfig's current context has no cluster");
  }
  const { httpApi } = client.createConfiguration();
  // The client makes a dispatcher, and with it a connection, for every request; one is enough for all.
  let dispatcher: ReturnType<InstanceType<typeof client.RequestContext>["getDispatcher"]>;

  const ask = async (request: ApiRequest): Promise<ApiAnswer> => {
    const url = new URL(server.replace(/\/$/, "") + request.path);
    for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
    const context = new client.RequestContext(url.toString(), client.HttpMethod[request.method]);
    context.setHeaderParam("accept", "application/json");
    context.setSignal(AbortSignal.timeout(requestTimeout));
    if (request.body !== undefined) {
      context.setHeaderParam("content-type", request.contentType ?? "application/json");
      context.setBody(JSON.stringify(request.body));
    }
    try {
      await config.applySecurityAuthentication(context);
      dispatcher ??= context.getDispatcher();
      if (dispatcher !== undefined) context.setDispatcher(dispatcher);
      const response = await httpApi.send(context).toPromise();
      // A certificate may have been renewed, and belongs to the connection.
      if (response.httpStatusCode === 401) dispatcher = undefined;
      return { status: response.httpStatusCode, body: parsed(await response.body.text()) };
    } catch (error) {
      // The next request begins with a connection of its own.
      dispatcher = undefined;
      throw unanswered(server, error);
    }
  };

  const watch = (collection: CollectionWatch, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const { path, query = {} } = collection;
      let hasListed = false;
      const list = async (): Promise<KubernetesListObject<KubernetesObject>> => {
        const { body } = answered(await ask({ method: "GET", path, query }), path);
        const found = listSchema.parse(body);
        hasListed = true;
        return found;
      };
      const { labelSelector, fieldSelector } = query;
      const watching = new client.ListWatch(path, new client.Watch(config), list, false, labelSelector, fieldSelector);
      let timer: NodeJS.Timeout | undefined;
      const end = (error?: Error): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", stop);
        void watching.stop();
        if (error === undefined) resolve();
        else reject(error);
      };
      const stop = (): void => end();
      const begin = async (): Promise<void> => {
        try {
          await watching.start();
          if (hasListed && !signal.aborted) collection.onListed?.();
        } catch (error) {
          end(unanswered(server, error));
        }
      };
      watching.on("add", (object) => collection.onSet(plain(object)));
      watching.on("update", (object) => collection.onSet(plain(object)));
      watching.on("delete", (object) => collection.onGone(plain(object)));
      watching.on("error", (error: unknown) => {
        if (signal.aborted) return;
        if (error instanceof ApiRefusal && isFinal(error.status)) return end(error);
        if (error instanceof NoAnswer && !error.mayPass) return end(error);
        collection.onDropped?.(unanswered(server, error).message);
        timer = setTimeout(() => void begin(), restartDelay);
      });
      signal.addEventListener("abort", stop, { once: true });
      if (signal.aborted) stop();
      else void begin();
    });

  return { server, ask, watch };
}

const listSchema = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string().default("") }),
  items: z.array(z.looseObject({ metadata: z.looseObject({ name: z.string() }) })),
});

/** A server that is starting or overloaded may refuse what it will grant in a moment. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && status !== 429;

function plain(object: KubernetesObject): JsonObject {
  const value: unknown = object;
  if (!isObject(value)) throw new TypeError("a watched object is no object");
  return value;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
