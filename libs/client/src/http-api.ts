import createClient, { type Client } from 'openapi-fetch';
import type { paths as AppraisalPaths } from './generated/appraisal-api.js';
import type { paths as IntakePaths } from './generated/intake-api.js';
import type { paths as PrefecturePaths } from './generated/prefecture-api.js';
import type { paths as RoutingPaths } from './generated/routing-api.js';
import type { paths as SlaPaths } from './generated/sla-api.js';
import type { paths as SupervisionPaths } from './generated/supervision-api.js';

/** Every route of the platform, by its path behind the gateway. */
export interface HotlinePaths extends IntakePaths, RoutingPaths, SlaPaths, SupervisionPaths, AppraisalPaths, PrefecturePaths {}

export type HotlineApi = Client<HotlinePaths>;

export interface HotlineApiOptions {
  /** Of the county's gateway, e.g. `http://localhost:8080`. */
  readonly url: string;
  /** An access token, or what fetches one that is still good; asked before each call. */
  readonly token: string | (() => string | Promise<string>);
}

/** The HTTP APIs, typed by their OpenAPI: `api.GET('/appraisal/v1/rates', …)` answers `data` or `error` and throws for a lost connection only. */
export function hotlineApi({ url, token }: HotlineApiOptions): HotlineApi {
  const api = createClient<HotlinePaths>({ baseUrl: url });
  api.use({
    onRequest: async ({ request }) => {
      request.headers.set('authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
      return request;
    },
  });
  return api;
}
