import assert from 'node:assert/strict';
import { behaviours } from '../../contract/Behaviour';
import type { GeneratedService } from '../GeneratedService';

export const building = behaviours<GeneratedService>('the build', {
  'of the backend passes its own tests, by Maven': async ({ passed }) => {
    assert.ok(passed.backend > 20, `${passed.backend} tests passed`);
  },

  'of the frontend passes its own tests': async ({ passed }) => {
    assert.ok(passed.frontend > 20, `${passed.frontend} tests passed`);
  },
});
