import type {
  DeploymentRecordStatus,
  RolloutCauseKind,
  Rollout,
  RolloutNote,
  RolloutStatus,
} from '@eks-deploy/backstage-plugin-eks-deploy-common';
import { NotAllowedError, ResponseError } from '@backstage/errors';
import {
  anImage,
  aRecord,
  aResponseError,
  aRollout,
  aStatus,
  NOW,
} from '../testing';
import { getRoughDuration } from '../time';
import {
  causeWordings,
  getCauseMeaning,
  getCauseMessage,
  getCausePlace,
  getCommandErrorWording,
  getContainerSentence,
  getImageVersion,
  getNewestFact,
  getNoteSentence,
  getPaceSentence,
  getPhaseWording,
  getRecordAnnouncement,
  getRecordOutcome,
  getRecordTitle,
  getServingFact,
  getReplacement,
  getReadErrorMessage,
  getStatusSentence,
  getTemplateName,
  getWaitingParts,
  hasServingFacts,
  isProduction,
} from '.';

describe('causes', () => {
  const kinds = Object.keys(causeWordings) as RolloutCauseKind[];

  it.each(kinds)('are explained in whole sentences: %s', kind => {
    const { meaning, remedy } = causeWordings[kind];
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(remedy).toMatch(/^[A-Z].*\.$/);
  });

  it('come with where they show', () => {
    const cause = { kind: 'crash-loop', message: 'back-off 40s' } as const;
    expect(getCausePlace(cause)).toBeUndefined();
    expect(getCausePlace({ ...cause, pod: 'chat-backend-1' })).toBe(
      'chat-backend-1',
    );
    expect(
      getCausePlace({ ...cause, pod: 'chat-backend-1', container: 'app' }),
    ).toBe('chat-backend-1 (app)');
  });

  it.each([
    [
      'image-pull',
      `rpc error: code = NotFound desc = failed to resolve reference "${anImage(
        '9.9.9',
      )}": ${anImage('9.9.9')}: not found`,
      'failed to resolve reference "chat-backend:9.9.9": chat-backend:9.9.9: not found',
    ],
    [
      'image-pull',
      'Head "https://registry.example.com/v2/chat/manifests/1": 401',
      'Head "https://registry.example.com/v2/chat/manifests/1": 401',
    ],
    [
      'readiness-failing',
      'Get "http://10.0.0.7:8080/ready": refused by proxy.example.com/a/b',
      'Get "http://10.0.0.7:8080/ready": refused by proxy.example.com/a/b',
    ],
  ] as const)(
    'come with what the cluster says, image references in short: %s',
    (kind, message, readable) => {
      expect(getCauseMessage({ kind, message })).toBe(readable);
    },
  );
});

describe('getStatusSentence', () => {
  const counts = (
    desired: number,
    updated: number,
    available: number,
    total: number,
  ) => ({
    desired,
    updated,
    available,
    total,
    ready: available,
  });

  it.each([
    [{ phase: 'pending' }, 'The cluster has not taken up the newest spec yet.'],
    [
      { phase: 'progressing', step: 'creating', counts: counts(3, 1, 3, 4) },
      '1 of 3 new pods created so far.',
    ],
    [
      { phase: 'progressing', step: 'terminating', counts: counts(3, 3, 4, 4) },
      'All new pods are created; 1 old pod still going away.',
    ],
    [
      {
        phase: 'progressing',
        step: 'awaiting-availability',
        counts: counts(3, 1, 3, 4),
      },
      '0 of 1 new pod available so far.',
    ],
    [{ phase: 'complete' }, 'All 3 pods are updated and available.'],
    [{ phase: 'stopped' }, 'Scaled to 0: nothing runs.'],
    [
      { phase: 'degraded', counts: counts(3, 3, 1, 3) },
      'The rollout was complete, but only 1 of 3 pods available now.',
    ],
    [
      { phase: 'progressing', step: 'promoting' },
      'All 3 new pods are available; the new Revision is not promoted yet.',
    ],
    [{ phase: 'paused' }, 'Paused: changes to it wait until it is resumed.'],
    [
      { phase: 'aborted', counts: counts(3, 0, 3, 3) },
      '3 of 3 pods available; the new Revision was given up, the one before serves.',
    ],
    [
      { phase: 'failed', counts: counts(3, 1, 2, 3) },
      '2 of 3 pods available; the rollout did not get on before its deadline.',
    ],
    [
      {
        phase: 'failed',
        counts: counts(3, 0, 0, 0),
        cause: { kind: 'invalid-spec', message: 'setWeight: Invalid value' },
      },
      '0 of 3 pods available; the spec is not valid, so nothing is rolled out.',
    ],
  ] as const)('of %j', (status, sentence) => {
    expect(getStatusSentence(aStatus(status))).toBe(sentence);
  });
});

describe('getPhaseWording', () => {
  it('warns of a rollout that something holds up', () => {
    expect(
      getPhaseWording(
        aStatus({
          phase: 'progressing',
          cause: { kind: 'image-pull', message: 'back-off' },
        }),
      ),
    ).toEqual({ word: 'Held up', tone: 'warning' });
  });
});

describe('records', () => {
  it.each([
    [aRecord(), 'Rolled back from revision 7 to revision 5'],
    [
      aRecord({ status: 'running' }),
      'Rolling back from revision 7 to revision 5',
    ],
    [aRecord({ command: 'restart' }), 'Restarted'],
    [
      aRecord({
        command: 'redeploy',
        status: 'failed',
        image: anImage('1.4.3'),
      }),
      'Redeploy of 1.4.3',
    ],
  ])('are titled by what was done', (record, title) => {
    expect(getRecordTitle(record)).toBe(title);
  });

  it.each<[DeploymentRecordStatus, string]>([
    ['running', 'running for 10 min'],
    ['succeeded', 'succeeded · took 14 s'],
    ['failed', 'failed · took 14 s'],
  ])('tell how far they have come: %s', (status, outcome) => {
    expect(getRecordOutcome(aRecord({ status }), Date.parse(NOW))).toBe(
      outcome,
    );
  });

  it('are announced with their end', () => {
    expect(
      getRecordAnnouncement(
        aRecord({ status: 'failed', message: 'It timed out.' }),
      ),
    ).toBe(
      'chat-backend in staging: Rollback from revision 7 to revision 5, failed. It timed out.',
    );
  });
});

describe('getImageVersion', () => {
  it.each([
    ['registry:5000/a/chat:1.4.2', '1.4.2'],
    [`chat:${'0a1b2c3d4e'.repeat(4)}`, '0a1b2c3'],
    [`chat:${'0a1b2c3d4e'.repeat(4)}-2`, '0a1b2c3-2'],
    ['chat:1.4.2@sha256:0123456789abcdef', '1.4.2'],
    ['registry:5000/chat@sha256:0123456789abcdef', '0123456789ab'],
    ['registry:5000/chat', 'chat (no tag)'],
  ])('of %s is %s', (image, version) => {
    expect(getImageVersion(image)).toBe(version);
  });
});

describe('isProduction', () => {
  it.each([
    ['production', true],
    ['prod', true],
    ['prod-eu', true],
    ['eu-production', true],
    ['staging', false],
    ['product-tests', false],
  ])('%s: %s', (environment, expected) => {
    expect(isProduction(environment)).toBe(expected);
  });
});

describe('getCommandErrorWording', () => {
  it('says what to do about a conflict', async () => {
    const error = await aResponseError(
      409,
      'ConflictError',
      'Revision 8 is live',
    );
    expect(getCommandErrorWording(error)).toEqual({
      title: 'Something changed in the meantime',
      description:
        'Revision 8 is live. Nothing was done. See what runs now, then decide again.',
    });
  });

  it('does not claim that nothing happened when it can’t know', () => {
    expect(
      getCommandErrorWording(new TypeError('Failed to fetch')).description,
    ).toContain('the command may have arrived');
  });
});

describe('getNoteSentence', () => {
  it.each([
    [{ kind: 'scaling' }, /nothing is being deployed/],
    [
      { kind: 'rollover', revisions: [14, 13, 12, 11, 10, 7] },
      /before they were rolled out: Revisions 7, 10–14\./,
    ],
    [
      { kind: 'rollover', revisions: [3] },
      /before it was rolled out: Revision 3\./,
    ],
    [
      { kind: 'mixed-digests', image: anImage('1.4.2'), digests: ['a', 'b'] },
      /The tag 1\.4\.2 .* 2 different images/,
    ],
    [
      { kind: 'canary', weight: 20, until: '2026-11-20T12:00:00.000Z' },
      /^Canary: 20 % for the new Revision\. It goes on automatically at /,
    ],
    [{ kind: 'preview' }, /^The preview Service leads to the new Revision/],
    [
      { kind: 'template-of-deployment', deployment: 'chat' },
      /template from the Deployment chat,/,
    ],
  ] as const)('of %j', (note, sentence) => {
    expect(getNoteSentence(structuredClone(note) as RolloutNote)).toMatch(
      sentence,
    );
  });
});

describe('getPaceSentence', () => {
  const pace = { secondsPerPod: 20, expectedAt: '2026-11-20T12:00:40.000Z' };

  it('says how long it takes at that pace', () => {
    expect(getPaceSentence(pace, Date.parse(NOW))).toBe(
      'About 40 s left, at a pod every 20 s so far.',
    );
  });

  it('promises nothing once the time has passed', () => {
    expect(getPaceSentence(pace, Date.parse(NOW) + 60_000)).toBe(
      'Slower than before: it was a pod every 20 s.',
    );
  });
});

describe('getContainerSentence', () => {
  it('says what it does, in the cluster’s word where there is one', () => {
    const container = {
      name: 'app',
      init: false,
      ready: false,
      restarts: 1,
      state: 'waiting',
    } as const;
    expect(getContainerSentence(container)).toBe('app: waiting, 1 restart');
    expect(
      getContainerSentence({ ...container, reason: 'CrashLoopBackOff' }),
    ).toBe('app: CrashLoopBackOff, 1 restart');
  });
});

describe('getWaitingParts', () => {
  const at = (seconds: number) =>
    new Date(Date.parse(NOW) + seconds * 1_000).toISOString();

  it('say for what, for how long, and when the deadline ends', () => {
    const [waiting, deadline] = getWaitingParts(
      aStatus({
        phase: 'progressing',
        waitingFor: { kind: 'readiness', since: at(-12), pods: 1 },
        deadlineAt: at(240),
        minReadySeconds: 0,
      }),
      Date.parse(NOW),
    );
    expect(waiting).toBe('Waiting for the readiness probe of 1 pod for 12 s');
    expect(deadline).toMatch(/^deadline \d\d:\d\d \(in 4 min\)$/);
  });

  it('say how long each pod must stay ready', () => {
    const waitingFor = { kind: 'min-ready-seconds', since: at(-40), pods: 3 };
    expect(
      getWaitingParts(
        aStatus({
          phase: 'progressing',
          waitingFor: waitingFor as RolloutStatus['waitingFor'],
          minReadySeconds: 60,
        }),
        Date.parse(NOW),
      ),
    ).toEqual([
      'Waiting for 3 pods to stay ready for 40 s',
      'each pod must stay ready for 60 s',
    ]);
  });

  it('are none of what waits for nothing, and a deadline that is over is said to be', () => {
    expect(
      getWaitingParts(aStatus({ minReadySeconds: 60 }), Date.parse(NOW)),
    ).toEqual([]);
    expect(
      getWaitingParts(
        aStatus({ waitingFor: { kind: 'controller' }, deadlineAt: at(-1) }),
        Date.parse(NOW),
      )[1],
    ).toMatch(/has passed$/);
  });
});

describe('what serves', () => {
  const serving = (...revisions: number[]) =>
    revisions.map(revision => ({ revision, images: [], available: 3 }));
  const counts = { desired: 3, updated: 1, ready: 3, available: 3, total: 4 };

  it.each<[string, Partial<Rollout>, string[]]>([
    ['the newest Revision alone', { serving: serving(7) }, []],
    [
      'nothing as it is stopped',
      { serving: [], status: aStatus({ phase: 'stopped' }) },
      [],
    ],
    [
      'the Revision before',
      {
        serving: serving(6),
        status: aStatus({ phase: 'progressing', counts }),
      },
      ['3 pods · revision 6', 'Rolling out', '0 of 3 pods · revision 7'],
    ],
    [
      'the Revision before a failed one',
      { serving: serving(6), status: aStatus({ phase: 'failed', counts }) },
      ['3 pods · revision 6', 'Failed', '0 of 3 pods · revision 7'],
    ],
    [
      'both Revisions',
      {
        serving: [{ revision: 7, images: [], available: 1 }, ...serving(6)],
        status: aStatus({ phase: 'progressing', counts }),
      },
      ['1 of 3 pods · revision 7, rolling out', '3 pods · revision 6'],
    ],
    [
      'the Revision that is paused, its next template on hold',
      {
        serving: serving(7),
        templatePending: true,
        status: aStatus({ phase: 'paused' }),
      },
      [
        '3 pods · revision 7',
        'On hold',
        'no pod runs it until the rollout is resumed',
      ],
    ],
    [
      'both sides of a canary',
      {
        kind: 'ArgoRollout',
        serving: [
          { revision: 7, images: [], available: 1, role: 'canary' },
          { revision: 6, images: [], available: 4, role: 'stable' },
        ],
        status: aStatus({ phase: 'paused' }),
      },
      ['1 of 3 pods · revision 7, canary', '4 pods · revision 6, stable'],
    ],
  ])('is %s', (_, differs, facts) => {
    const rollout = aRollout(differs);
    const newest = getTemplateName(rollout);
    expect(
      hasServingFacts(rollout)
        ? [
            ...(rollout.serving ?? []).map(one => getServingFact(rollout, one)),
            ...(newest ? [newest, getNewestFact(rollout)] : []),
          ]
        : [],
    ).toEqual(facts);
  });
});

describe('getCauseMeaning', () => {
  it.each([
    [undefined, 'The container exited.'],
    [1, 'The container exited.'],
    [2, 'The container starts and exits again and again.'],
  ])('of a crash after %s restarts', (restarts, meaning) => {
    expect(
      getCauseMeaning({ kind: 'crash-loop', message: 'ended', restarts }),
    ).toBe(meaning);
  });
});

describe('getRoughDuration', () => {
  it.each([
    [14_400, '14 s'],
    [13 * 60_000, '13 min'],
    [5 * 3_600_000, '5 h'],
    [72 * 3_600_000, '3 days'],
  ])('of %s ms', (ms, words) => {
    expect(getRoughDuration(ms)).toBe(words);
  });
});

describe('getReplacement', () => {
  const rolling = (maxSurge: number, maxUnavailable: number) =>
    ({ type: 'RollingUpdate', maxSurge, maxUnavailable } as const);
  const recreate = { type: 'Recreate' } as const;

  // Desired and available pods, strategy, what it means, what is said.
  it.each([
    [2, 2, recreate, 'certain', /^2 pods will be stopped before new ones/],
    [1, 1, recreate, 'certain', /^Its only pod will be stopped before a new/],
    [1, 1, rolling(0, 1), 'certain', /^Its only pod will be stopped before/],
    [3, 3, rolling(0, 3), 'certain', /^3 pods will be stopped before new ones/],
    [1, 1, rolling(1, 1), 'possible', /lets all of them stop before a new one/],
    [2, 2, rolling(1, 2), 'possible', /lets all of them stop before a new one/],
    [3, 3, rolling(1, 0), 'none', /each only after a new one is available/],
    [1, 1, rolling(1, 0), 'none', /^1 pod will be replaced by a new one/],
    [4, 4, rolling(1, 1), 'none', /at least 3 of 4 stay available/],
    [4, 2, rolling(1, 1), 'none', /Only 2 of 4 are available now; the cluster/],
    [4, 1, rolling(1, 0), 'none', /Only 1 of 4 is available now; the cluster/],
    [3, 0, rolling(1, 0), 'none', /None is available now/],
    [0, 0, rolling(1, 0), 'none', /^It is scaled to 0 pods/],
    [0, 0, recreate, 'none', /^It is scaled to 0 pods/],
    [3, 3, undefined, 'possible', /doesn’t know how many keep serving/],
  ] as const)(
    'of %j pods, %j available, by %j: %s',
    (desired, available, strategy, outage, sentence) => {
      const counts = {
        ...aStatus().counts,
        desired,
        available,
      };
      const rollout = { status: aStatus({ counts }), strategy };
      const replacement = getReplacement(rollout, true);
      expect(replacement.outage).toBe(outage);
      expect(replacement.sentence).toMatch(sentence);
      expect(replacement.sentence).toMatch(/\.$/);
      // A rollback's pods are not like those that they replace.
      expect(getReplacement(rollout, false).sentence).toBe(
        replacement.sentence.replace(' with the same image and settings', ''),
      );
    },
  );
});

describe('getReadErrorMessage', () => {
  it.each([
    [
      new TypeError('Failed to fetch'),
      /^The portal’s backend can’t be reached/,
    ],
    [new TypeError('network error'), /^The portal’s backend can’t be reached/],
    [
      new DOMException('signal is aborted without reason', 'AbortError'),
      /^Nothing came from the portal’s backend for too long\.$/,
    ],
    [
      new DOMException('No answer in time', 'TimeoutError'),
      /^Nothing came from the portal’s backend for too long\.$/,
    ],
    [
      new SyntaxError('Unexpected token < in JSON at position 0'),
      /^The answer of the portal’s backend can’t be read/,
    ],
    [new NotAllowedError('You may no longer see this'), /^You may no longer/],
  ])('has own words for %s', (error, sentence) => {
    expect(getReadErrorMessage(error)).toMatch(sentence);
    expect(getCommandErrorWording(error).description).not.toContain(
      error instanceof NotAllowedError ? 'undefined' : error.message,
    );
  });

  it('does not show the page that a proxy answers with', async () => {
    const error = await ResponseError.fromResponse({
      ok: false,
      redirected: false,
      status: 502,
      statusText: 'Bad Gateway',
      type: 'basic',
      url: 'http://localhost:7007/api/eks-deploy',
      headers: new Headers({ 'content-type': 'text/html' }),
      text: async () => '<html>nginx</html>',
    });
    expect(getReadErrorMessage(error)).toBe(
      'The portal’s backend, or something on the way to it, answered 502 Bad Gateway.',
    );
    expect(getCommandErrorWording(error).description).not.toContain('nginx');
  });
});
