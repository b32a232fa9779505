import type { World } from "../../world.ts";

const letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Issued where no SSH key is given. It opens nothing. */
export const rootPassword = (world: World): string =>
  Array.from({ length: 20 }, () => letters[Math.floor(world.random() * letters.length)]).join("");
