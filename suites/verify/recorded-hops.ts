import type { Hop, UserAgent } from '../../fixtures/user-agent/user-agent.js';

/** A user agent that keeps the redirects of all its navigations: of a whole way from request to redirect URI. */
export function recordingHops(userAgent: UserAgent): UserAgent & { readonly recorded: readonly Hop[] } {
  const recorded: Hop[] = [];
  const keeping = async <Landing>(navigation: Promise<Landing>): Promise<Landing> => {
    const landing = await navigation;
    recorded.push(...userAgent.hops);
    return landing;
  };
  return {
    recorded,
    get hops() {
      return userAgent.hops;
    },
    open: (url) => keeping(userAgent.open(url)),
    submit: (page, submission) => keeping(userAgent.submit(page, submission)),
    cookiesFor: (url) => userAgent.cookiesFor(url),
    close: () => userAgent.close(),
  };
}
