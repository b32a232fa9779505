/** As at Hetzner: every server has a /32 and this gateway, which is not in its network. */
export const gateway = "172.31.1.1";
export const metadataAddress = "169.254.169.254";
/** RFC 5737: reserved for documentation, so nobody's. */
export const publicNetwork = "203.0.113.0/24";
