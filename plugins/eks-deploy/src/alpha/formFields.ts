import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

/** @alpha */
export const eksClusterPickerField = FormFieldBlueprint.make({
  name: 'eks-cluster-picker',
  params: {
    field: async () => {
      const { EksClusterPicker, eksClusterPickerSchema, validateEksCluster } =
        await import('../wizard');
      return createFormField({
        name: 'EksClusterPicker',
        component: EksClusterPicker,
        validation: validateEksCluster,
        schema: eksClusterPickerSchema,
      });
    },
  },
});

/** @alpha */
export const githubRepositoryPickerField = FormFieldBlueprint.make({
  name: 'github-repository-picker',
  params: {
    field: async () => {
      const { GithubRepositoryPicker, githubRepositoryPickerSchema } =
        await import('../wizard');
      return createFormField({
        name: 'GithubRepositoryPicker',
        component: GithubRepositoryPicker,
        schema: githubRepositoryPickerSchema,
      });
    },
  },
});

/** @alpha */
export const eksEnvironmentsField = FormFieldBlueprint.make({
  name: 'eks-environments',
  params: {
    field: async () => {
      const { EksEnvironments, eksEnvironmentsSchema, validateEnvironments } =
        await import('../wizard');
      return createFormField({
        name: 'EksEnvironments',
        component: EksEnvironments,
        validation: validateEnvironments,
        schema: eksEnvironmentsSchema,
      });
    },
  },
});

/** @alpha */
export const eksMaxReplicasField = FormFieldBlueprint.make({
  name: 'eks-max-replicas',
  params: {
    field: async () => {
      const { AsItIs, eksMaxReplicasSchema, validateMaxReplicas } =
        await import('../wizard');
      return createFormField({
        name: 'EksMaxReplicas',
        component: AsItIs,
        validation: validateMaxReplicas,
        schema: eksMaxReplicasSchema,
      });
    },
  },
});
