import type { Fault } from '../fault.js';
import { escaped } from '../pages/layout.js';
import { html } from '../reply.js';

export const fault: Fault = {
  aimedAt: 'server/metadata/document-served',
  deviation: 'serves the discovery document as text/html wrapped in a page',
  seams: {
    metadata: () => ({
      deliver: (document) =>
        html(200, `<!doctype html><title>Metadata</title><pre>${escaped(JSON.stringify(document))}</pre>`),
    }),
  },
};
