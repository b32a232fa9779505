import { z } from "zod";

const registeredServer = z.object({
  id: z.int(),
  name: z.string(),
  ipv4: z.ipv4(),
  mac: z.string(),
  userData: z.string(),
  sshKeys: z.array(z.string()),
});

/** What the cloud's network knows of a server. */
export type RegisteredServer = z.output<typeof registeredServer>;
export const registerSchema = z.array(registeredServer);
