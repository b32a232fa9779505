import { ApiError } from "./http/errors.ts";

/** A token opens one project. */
export interface TokenAccess {
  /** `default` unless told. */
  project?: string;
  /** `read-write` unless told. */
  access?: "read" | "read-write";
}

/** @throws ApiError `unauthorized` for a token that nobody has. */
export function authorize(
  tokens: Readonly<Record<string, TokenAccess>>,
  authorization: string | undefined,
): Required<TokenAccess> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
  const access = token === undefined || !Object.hasOwn(tokens, token) ? undefined : tokens[token];
  if (access === undefined) throw new ApiError("unauthorized", "unable to authenticate");
  return { project: access.project ?? "default", access: access.access ?? "read-write" };
}
