import { SlipwayError } from "../../model/error.ts";

export const defaultEndpoint = "https://api.hetzner.cloud/v1";

/** Throws SLW-HETZNER-TOKEN for what cannot be a token; a newline in a header would be worse. */
export function checkedToken(token: string): string {
  if (/^[\w-]+$/.test(token)) return token;
  throw new SlipwayError(
    "SLW-HETZNER-TOKEN",
    token === ""
      ? "there is no token for Hetzner Cloud"
      : "the token for Hetzner Cloud has characters that no token has",
    {
      hint: "Set HCLOUD_TOKEN to a token of the project, from its Security page in the Hetzner Console.",
    },
  );
}

export function endpointOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "https:" || url?.protocol === "http:") return url;
  throw new SlipwayError("SLW-USAGE", `HCLOUD_ENDPOINT is not an http(s) address: ${text}`, {
    hint: `Leave it unset for ${defaultEndpoint}.`,
  });
}
