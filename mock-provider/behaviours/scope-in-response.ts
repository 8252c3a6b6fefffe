import type { Behaviour } from '../behaviour.js';
import { tokenBody } from '../deviations/token-body.js';
import type { TokenBody } from '../seams/token-response.js';

type Form = 'array' | 'null' | 'absent' | 'empty' | 'url-encoded';

export const behaviour: Behaviour<Form> = {
  axis: 'scopes in responses',
  describes: 'How token responses tell the granted scopes, where it is no space-separated text.',
  schema: { enum: ['array', 'null', 'absent', 'empty', 'url-encoded'] },
  seams: (form) => tokenBody(({ scope, ...rest }) => ({ ...rest, ...told(form, String(scope)) })),
};

function told(form: Form, scope: string): TokenBody {
  switch (form) {
    case 'array':
      return { scope: scope.split(' ').filter((one) => one !== '') };
    case 'null':
      return { scope: null };
    case 'empty':
      return { scope: '' };
    case 'url-encoded':
      return { scope: encodeURIComponent(scope) };
    case 'absent':
      return {};
  }
}
