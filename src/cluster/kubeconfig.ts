import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { SlipwayError } from "../model/error.ts";

const named = z.looseObject({ name: z.string() });
const schema = z.looseObject({
  kind: z.literal("Config"),
  clusters: z.array(named.extend({ cluster: z.looseObject({ server: z.url() }) })).nonempty(),
  users: z.array(named.extend({ user: z.record(z.string(), z.unknown()) })).default([]),
  contexts: z.array(named).nonempty(),
  "current-context": z.string().min(1),
});

/** Keys of a user that let whoever has them in. */
const secretKeys = ["client-key-data", "token", "password"];

/** Checks that a text is a kubeconfig that says which cluster it means. `origin` is named in the error. */
export function checkKubeconfig(text: string, origin: string): z.infer<typeof schema> {
  const parsed = schema.safeParse(yamlOf(text, origin));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SlipwayError("SLW-KUBECONFIG", `${origin}: ${issue?.path.join(".")}: ${issue?.message}`, {
    hint: "`kubectl config view --minify --flatten` prints one that is complete",
    cause: parsed.error,
  });
}

function yamlOf(text: string, origin: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    // The parser quotes what it read, which may be a key.
    throw new SlipwayError("SLW-KUBECONFIG", `${origin} is not YAML`, { cause: error });
  }
}

/** The text of a kubeconfig file. */
export async function readKubeconfig(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new SlipwayError("SLW-KUBECONFIG", `${file} cannot be read`, {
      hint: "--kubeconfig takes the path of a kubeconfig file",
      cause: error,
    });
  });
  checkKubeconfig(text, file);
  return text;
}

/** Writes a kubeconfig that nobody but its owner can read, whatever was there before. */
export async function writeKubeconfig(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { mode: 0o600 });
  // The mode of an existing file is not changed by writing it.
  await chmod(file, 0o600);
}

/** The same kubeconfig for an API server that is reached at another address, as JSON, which is YAML too. */
export function redirected(text: string, server: string): string {
  const config = checkKubeconfig(text, "kubeconfig");
  const clusters = config.clusters.map((one) => ({ ...one, cluster: { ...one.cluster, server } }));
  return `${JSON.stringify({ ...config, clusters })}\n`;
}

/** Every text of a kubeconfig that must not be logged. */
export function kubeconfigSecrets(text: string): string[] {
  const { users } = checkKubeconfig(text, "kubeconfig");
  return users.flatMap(({ user }) =>
    secretKeys.flatMap((key) => {
      const value = user[key];
      if (typeof value !== "string" || value === "") return [];
      return key.endsWith("-data") ? [value, Buffer.from(value, "base64").toString()] : [value];
    }),
  );
}
