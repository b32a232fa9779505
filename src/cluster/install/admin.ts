import { objectAt, stringAt } from "../../gitops/json.ts";
import type { JsonObject } from "../../model/resource.ts";
import { answered } from "../api/refusal.ts";
import type { Objects } from "../api/objects.ts";
import type { InstallStep } from "./plan.ts";

const initialSecret = "argocd-initial-admin-secret";
const cost = 10;

export interface AdminPorts {
  objects: Objects;
  now: () => number;
  /** A password that nobody can guess. */
  randomPassword: () => string;
}

export interface AdminOptions {
  namespace: string;
  /** The password that admin shall have. Without one it is replaced by one that nobody knows. */
  password?: string;
}

const secretRef = (namespace: string, name: string) => ({ apiVersion: "v1", kind: "Secret", namespace, name });

/**
 * Whether the password that Argo CD made up for admin, and shows in a Secret, is to be replaced: while the Secret is there, or
 * where admin's password is not the one asked for.
 */
export async function planAdmin({ namespace, password }: AdminOptions, objects: Objects): Promise<InstallStep[]> {
  const why = await reasonToRotate({ namespace, ...(password !== undefined && { password }) }, objects);
  if (why === undefined) return [];
  const title = "replace the password that Argo CD made for admin";
  return [{ id: "rotate-admin", stage: "Argo CD's admin", title, why, action: { kind: "rotate-admin" } }];
}

async function reasonToRotate({ namespace, password }: AdminOptions, objects: Objects): Promise<string | undefined> {
  if ((await objects.get(secretRef(namespace, initialSecret))) !== undefined)
    return "anybody who may read Secrets has it";
  if (password === undefined) return undefined;
  const hash = hashIn(await objects.get(secretRef(namespace, "argocd-secret")));
  const { compare } = await import("bcryptjs");
  const isSet = hash !== undefined && (await compare(password, hash));
  return isSet ? undefined : "it is not the one that was asked for";
}

function hashIn(secret: JsonObject | undefined): string | undefined {
  const encoded = stringAt(objectAt(secret, "data"), "admin.password");
  return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString();
}

/** Argo CD reads the new hash at once, and ends every session that is older than `passwordMtime`. */
export async function rotateAdmin(
  { namespace, password }: AdminOptions,
  { objects, now, randomPassword }: AdminPorts,
): Promise<void> {
  const { hash } = await import("bcryptjs");
  const texts = {
    "admin.password": await hash(password ?? randomPassword(), cost),
    "admin.passwordMtime": new Date(now()).toISOString().replace(/\.\d+Z$/, "Z"),
  };
  const data = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, Buffer.from(text).toString("base64")]),
  );
  answered(await objects.mergePatch(secretRef(namespace, "argocd-secret"), { data }), "admin's new password");
  await objects.remove(secretRef(namespace, initialSecret));
}
