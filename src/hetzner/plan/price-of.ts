import { loadBalancerRate, primaryIPRate, serverRate, snapshotRate, volumeRate } from "../../environment/price.ts";
import type { Catalogue } from "../../environment/catalogue.ts";
import type { Image, LoadBalancer, PrimaryIp, Server, Volume } from "../client/resource-types.ts";

/** What a month of something costs at most, in millionths of a euro net; undefined where its price is not known. */
type Price = number | undefined;

/** A server that is off costs what one that runs does. */
export const priceOfServer = (catalogue: Catalogue, { type, location }: Pick<Server, "type" | "location">): Price =>
  serverRate(catalogue, type, location)?.monthly;

export const priceOfAddress = (catalogue: Catalogue, { type }: Pick<PrimaryIp, "type">): Price =>
  primaryIPRate(catalogue, type).monthly;

export const priceOfVolume = (catalogue: Catalogue, { sizeGB }: Pick<Volume, "sizeGB">): Price =>
  volumeRate(catalogue, sizeGB).monthly;

export const priceOfImage = (catalogue: Catalogue, { sizeGB }: Pick<Image, "sizeGB">): Price =>
  snapshotRate(catalogue, sizeGB).monthly;

export const priceOfLoadBalancer = (catalogue: Catalogue, { type }: Pick<LoadBalancer, "type">): Price =>
  loadBalancerRate(catalogue, type)?.monthly;

/** A step's cost, left out where nothing is paid before or after. */
export function costOf(before: Price, after: Price): { cost?: { before: number; after: number } } {
  if (!before && !after) return {};
  return { cost: { before: before ?? 0, after: after ?? 0 } };
}
