/** What a teardown may leave, to be found again by the next server. */
export const keepable = ["primary-ip", "volumes"] as const;
export type Keep = (typeof keepable)[number];
