import { type EnvironmentDocument, readEnvironments } from "./read.ts";
import type { Environment } from "./schema.ts";

/** The text of an Environment with what is needed and these lines of its `spec`. */
export function environmentText(lines: string, { name = "dev", server = "" } = {}): string {
  return `# One server.
apiVersion: slipway.dev/v1alpha1
kind: Environment
metadata: { name: ${name} }
spec:
  server: { ${server === "" ? "provider: hetzner, locations: [nbg1, fsn1], types: [cx33]" : server} }
  kubernetes: { version: v1.36.2+k3s1 }
  argocd: { version: v3.6.1, bootstrap: argocd/root.yaml }
${lines}`;
}

export function documentOf(text: string, file = "environments/dev.yaml"): EnvironmentDocument {
  const [document] = readEnvironments(file, text);
  if (document === undefined) throw new Error("it is no Environment");
  return document;
}

export function environmentOf(lines: string, options: { name?: string; server?: string } = {}): Environment {
  const { environment, problems } = documentOf(environmentText(lines, options));
  if (environment === undefined) throw new Error(problems.map(({ message }) => message).join("; "));
  return environment;
}

/** `3:19 what is wrong → what was meant`. */
export function told({ problems }: Pick<EnvironmentDocument, "problems">): string[] {
  return problems.map(({ at: [place], message, hint }) => {
    return `${place?.line}:${place?.column} ${message}${hint === undefined ? "" : ` → ${hint}`}`;
  });
}
