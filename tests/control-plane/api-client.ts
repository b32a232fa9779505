import { Agent, request } from "node:https";
import type { Json } from "../../src/model/resource.ts";

export interface ApiAnswer {
  status: number;
  /** Parsed where it is JSON. */
  body: Json;
  /** What the API server warned of, one text per `Warning` header. */
  warnings: string[];
}

/** The API server's HTTP interface; answers of every status are values. */
export interface ApiClient {
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body: Json): Promise<ApiAnswer>;
  /** The body as it is written, valid JSON or not. */
  postText(path: string, body: string): Promise<ApiAnswer>;
  put(path: string, body: Json): Promise<ApiAnswer>;
  patch(path: string, body: Json, contentType: string): Promise<ApiAnswer>;
  delete(path: string): Promise<ApiAnswer>;
}

export interface ApiAccess {
  url: string;
  certificateAuthority: string;
  token: string;
}

export function apiClient({ url, certificateAuthority, token }: ApiAccess): ApiClient {
  const agent = new Agent({ keepAlive: true, ca: certificateAuthority });
  const send = (method: string, path: string, body?: string, contentType = "application/json"): Promise<ApiAnswer> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, accept: "application/json", "content-type": contentType };
      const asking = request(`${url}${path}`, { method, agent, headers, timeout: 60_000 }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        answer.on("end", () => {
          const warnings = [answer.headers["warning"] ?? []].flat().flatMap(warningTexts);
          resolve({ status: answer.statusCode ?? 0, body: parsed(text), warnings });
        });
      });
      asking.on("error", reject);
      asking.on("timeout", () => asking.destroy(new Error(`no answer to ${method} ${path}`)));
      asking.end(body);
    });
  return {
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, JSON.stringify(body)),
    postText: (path, body) => send("POST", path, body),
    put: (path, body) => send("PUT", path, JSON.stringify(body)),
    patch: (path, body, contentType) => send("PATCH", path, JSON.stringify(body), contentType),
    delete: (path) => send("DELETE", path),
  };
}

/** `299 - "text", 299 - "text"` */
const warningTexts = (header: string): string[] =>
  [...header.matchAll(/299 - "((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) => text.replaceAll(/\\(.)/g, "$1"));

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
