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
