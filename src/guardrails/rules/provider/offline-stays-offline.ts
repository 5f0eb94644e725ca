import type { MaybeValue } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { awsProviders } from "../../vocabulary/backends";

/** A port that nothing listens on, of this machine. */
const NOWHERE = "http://127.0.0.1:1";
const PROXIES = ["http_proxy", "https_proxy"] as const;
const SETTINGS: { readonly [name: string]: MaybeValue } = {
  access_key: "dummy",
  secret_key: "dummy",
  skip_credentials_validation: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
  skip_requesting_account_id: true,
  max_retries: 1,
  http_proxy: NOWHERE,
  https_proxy: NOWHERE,
};

/** Providers that have either proxy, or an endpoint, there. */
export const offlineStaysOffline: Check = (plan) =>
  awsProviders(plan).flatMap(({ address, settings }) => {
    const endpoints = settings.blocks("endpoints").flatMap(({ values }) => Object.values(values));
    if (![...PROXIES.map((name) => settings.get(name)), ...endpoints].includes(NOWHERE)) return [];
    const wrong = [
      ...Object.entries(SETTINGS)
        .filter(([name, value]) => String(settings.get(name)) !== String(value))
        .map(([name]) => name),
      ...(endpoints.length === 0 || endpoints.some((endpoint) => endpoint !== NOWHERE) ? ["endpoints"] : []),
    ];
    return [judge(address, wrong.length === 0, `it is offline, but for ${wrong.join(", ")}`)];
  });
