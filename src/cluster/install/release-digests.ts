// Written by scripts/argocd-digests.ts; do not edit.
import type { Flavour } from "./release.ts";

/** What the install manifests of each Argo CD version hash to. */
export const releaseDigests: Readonly<Record<string, Readonly<Record<Flavour, string>>>> = {
  "v3.5.7": {
    core: "sha256:a7ab521e55a511af9274294afafc87cddf9621a34ac255b4b20cd31989e1ecbc",
    standard: "sha256:09bfbb9041b4a8503c6e4fa22cf41c403fa62be17526de353648a4551f5beb77",
    ha: "sha256:d7b75669da63dc218de0ea67ac00183783cebabd52147c3cf012250faa5ced85",
  },
  "v3.6.0": {
    core: "sha256:99758c2c33266203d57b94c4daab2cf1d98639311eb00391c4cec3d9c14a193c",
    standard: "sha256:c1d7ec243fa63ce675d71e564775ae42bf11608d35436d5c5951365b6c86fa6a",
    ha: "sha256:467a782acfb34bb1a91290c2d5704fa822445aab80b2ad9b87553e6b108119b4",
  },
  "v3.6.1": {
    core: "sha256:0b38189d6e1fd76ef5c3db10355026c48a02020d82bf21a1a1b5ab16dffe4f3c",
    standard: "sha256:7be23ca7d9ca3d3074dee8332f1ca92a933b990cee7c9cf22cf3843ee8c2913e",
    ha: "sha256:37b0e8f5ff512017cda28578fecdb585267ec69e02954a67449296724635b05a",
  },
};
