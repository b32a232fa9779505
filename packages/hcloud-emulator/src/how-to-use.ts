import type { Emulator } from "./emulator.ts";

/** What a person needs to know once it listens. */
export function howToUse({ url, controlUrl }: Pick<Emulator, "url" | "controlUrl">, token: string): string {
  return `An emulated Hetzner Cloud listens on ${url}

  export HCLOUD_ENDPOINT=${url} HCLOUD_TOKEN=${token}

Then run hcloud, Terraform or anything else that takes an endpoint. Faults, time and the bill:

  curl -X POST ${controlUrl}/faults -d '{"fault": "stock-out", "serverType": "cx23", "times": null}'
  curl -X POST ${controlUrl}/clock -d '{"advance": 3600000}'
  curl ${controlUrl}/billing

Ctrl-C stops it.
`;
}
