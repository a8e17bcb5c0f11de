import { gaxios } from 'google-auth-library';

export type Transport = gaxios.Gaxios;

export interface TransportOptions {
  /** Another server than Google's for every request, as the preview and tests have one; Google's own when absent. */
  rootUrl?: string;
  /** For one request with its answer's body. */
  timeoutMilliseconds?: number;
}

/**
 * What Google's client libraries send their requests with. The address of the token endpoint is written into them, so another
 * server is set here, for all hosts at once; an assertion's `aud` stays Google's.
 */
export function googleTransport({ rootUrl, timeoutMilliseconds = 30_000 }: TransportOptions = {}): Transport {
  const transport = new gaxios.Gaxios({ timeout: timeoutMilliseconds });
  transport.interceptors.request.add({
    resolved: async (config) => {
      config.retry = false; // the libraries' own repetitions know nothing of quota and of who else waits
      delete config.retryConfig;
      if (rootUrl) config.url = new URL(config.url.pathname + config.url.search, rootUrl);
      return config;
    },
  });
  return transport;
}
