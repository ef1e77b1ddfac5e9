/** Half of the pods are new, and then it waits until somebody promotes it. */
export const halfway = {
  canary: { steps: [{ setWeight: 50 }, { pause: {} }] },
};

/** Half of the pods are new, then an analysis decides; several measurements take it long. */
export function analysedBy(template: string) {
  const analysis = { templates: [{ templateName: template }] };
  return {
    canary: { steps: [{ setWeight: 50 }, { analysis }, { setWeight: 75 }] },
  };
}

/** An analysis of one metric that answers with a value: above 5 is good, below 1 is bad. */
export function anAnalysis(url: string, measurements: object = {}) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: { name: 'success' },
    spec: {
      metrics: [
        {
          name: 'success-rate',
          successCondition: 'result > 5',
          failureCondition: 'result < 1',
          provider: { web: { url, jsonPath: '{$.value}' } },
          ...measurements,
        },
      ],
    },
  };
}

/** All pods are new beside the old ones, and the active Service waits to be switched. */
export const preview = {
  blueGreen: {
    activeService: 'chat',
    previewService: 'chat-preview',
    autoPromotionEnabled: false,
  },
};

export function aService(name: string) {
  return {
    metadata: { name },
    spec: { selector: { app: 'chat' }, ports: [{ port: 80 }] },
  };
}
