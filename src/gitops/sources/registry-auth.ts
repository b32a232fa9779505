import { z } from "zod";
import { describeUrl, isLoopback } from "./address.ts";
import type { Http } from "./http.ts";
import { SourceProblem } from "./problem.ts";

/** What a registry asks for in WWW-Authenticate. */
export interface Challenge {
  scheme: "basic" | "bearer";
  parameters: Record<string, string>;
}

const parameterPattern = /([a-z_]+)=(?:"([^"]*)"|([^",\s]+))/gi;

/** Reads the first challenge we can answer; a registry may offer several. */
export function parseChallenge(header: string | null): Challenge | undefined {
  const match = /(?:^|,\s*)(basic|bearer)(?:\s+(.*))?$/i.exec(header ?? "");
  if (!match) return undefined;
  const found = [...(match[2] ?? "").matchAll(parameterPattern)].map(
    ([, name = "", quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? ""] as const,
  );
  return { scheme: match[1]?.toLowerCase() === "bearer" ? "bearer" : "basic", parameters: Object.fromEntries(found) };
}

const tokenAnswer = z
  .object({ token: z.string().optional(), access_token: z.string().optional() })
  .transform(({ token, access_token: access }) => token ?? access)
  .pipe(z.string().min(1));

const largestToken = 2 ** 20;

function tokenUrl({ parameters }: Challenge, registry: URL, repository: string): URL {
  const realm = URL.parse(parameters["realm"] ?? "");
  const where = describeUrl(registry);
  if (!realm) throw new SourceProblem(`${where} asks for a token without saying where to get it`);
  if (realm.protocol !== "https:" && !(isLoopback(realm.hostname) && isLoopback(registry.hostname))) {
    throw new SourceProblem(`${where} wants its token fetched from ${describeUrl(realm)}, which is not https`);
  }
  if (parameters["service"] !== undefined) realm.searchParams.set("service", parameters["service"]);
  realm.searchParams.set("scope", `repository:${repository}:pull`);
  return realm;
}

/**
 * Answers a registry's challenge with an Authorization header: the credentials themselves, or a token for pulling this
 * one repository (distribution specification, "token authentication"). The scope is ours, whatever the registry asks.
 */
export async function answerChallenge(options: {
  challenge: Challenge | undefined;
  registry: URL;
  repository: string;
  basic: string | undefined;
  http: Http;
  signal: AbortSignal;
}): Promise<string> {
  const { challenge, registry, repository, basic, http, signal } = options;
  const name = `${registry.host}/${repository}`;
  const hint = "give its user name and password in SLIPWAY_REPOSITORY_CREDENTIALS";
  if (challenge?.scheme === "bearer") {
    const url = tokenUrl(challenge, registry, repository);
    const response = await http({ url, named: registry, authorization: basic, maxBytes: largestToken, signal });
    if (response.status !== 200) {
      throw new SourceProblem(`no token for ${name}: ${describeUrl(url)} answered ${response.status}`, { hint });
    }
    try {
      return `Bearer ${tokenAnswer.parse(JSON.parse(Buffer.from(response.body).toString("utf8")))}`;
    } catch (error) {
      throw new SourceProblem(`${describeUrl(url)} answered without a token`, { cause: error });
    }
  }
  if (basic === undefined || !challenge) throw new SourceProblem(`${name} asks for credentials`, { hint });
  return basic;
}
