import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useState } from 'react';
import { DeployTab } from '../src/tab';
import { anEntity } from '../src/testing';
import { EksClusterPicker } from '../src/wizard';

export const deployPage = PageBlueprint.make({
  name: 'deploy',
  params: {
    path: '/',
    title: 'Deploy',
    loader: async () => (
      <Container>
        <EntityProvider entity={anEntity()}>
          <DeployTab />
        </EntityProvider>
      </Container>
    ),
  },
});

// Where the links to users lead.
export const entityPage = PageBlueprint.make({
  name: 'entity',
  params: {
    path: '/catalog/:namespace/:kind/:name',
    routeRef: entityRouteRef,
    loader: async () => <Container>There is no catalog here.</Container>,
  },
});

export const wizardPage = PageBlueprint.make({
  name: 'wizard',
  params: {
    path: '/wizard',
    title: 'Wizard field',
    loader: async () => (
      <Container>
        <WizardField />
      </Container>
    ),
  },
});

function WizardField() {
  const [arn, setArn] = useState<string>();
  return (
    <EksClusterPicker
      schema={{}}
      required
      formData={arn}
      onChange={value => setArn(value)}
    />
  );
}
