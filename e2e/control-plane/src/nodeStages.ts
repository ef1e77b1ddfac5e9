import type { Stage } from './stage';

/** A node that was created is ready at once, with the capacity and the addresses that it was given. */
export function nodeStages(): Stage[] {
  return [
    {
      name: 'node-ready',
      kind: 'Node',
      when: [
        {
          key: '[.status.conditions[]? | select(.type == "Ready" and .status == "True")][0] // empty',
          exists: false,
        },
      ],
      status: `
{{ $now := Now }}
conditions:
{{ range NodeConditions }}
- type: {{ .type | Quote }}
  status: {{ .status | Quote }}
  reason: {{ .reason | Quote }}
  message: {{ .message | Quote }}
  lastHeartbeatTime: {{ $now | Quote }}
  lastTransitionTime: {{ $now | Quote }}
{{ end }}
phase: Running
`,
    },
  ];
}
