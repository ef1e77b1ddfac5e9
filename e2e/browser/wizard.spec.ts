import { expect, keepScreenshot, test } from './portal';
import { expectNothingScrolls, FORM_ITEM } from './findScrollers';
import {
  chooseCluster,
  chooseTemplate,
  fillEnvironments,
  fillRepository,
  fillService,
  goOn,
} from './wizard';

const service = 'letters';

test.describe.serial('The wizard', () => {
  test('refuses a host outside of its zone with the sentence of the API', async ({
    visitor: page,
  }) => {
    // Before anything is filled in: another theme starts the form anew.
    await page.emulateMedia({ colorScheme: 'dark' });
    await chooseTemplate(page);
    await fillService(page, service);
    await goOn(page, page.getByRole('textbox', { name: 'Repository' }));
    await fillRepository(page, service);
    await goOn(page, page.getByRole('textbox', { name: 'Namespace' }));
    await fillEnvironments(page, [
      { name: 'staging', prefix: `${service}-staging` },
      { name: 'production', prefix: service },
    ]);
    const zone = page.getByRole('textbox', { name: 'Route 53 zone' }).nth(1);
    await zone.fill('example.org');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(
      page
        .getByText(
          'environments[1].frontendHost: "letters.example.com" is outside of the zone example.org; use a host such as chat.example.org, or another zone',
        )
        .first(),
    ).toBeVisible();
    const host = page.getByRole('textbox', { name: 'Host of the page' }).nth(1);
    await expect(host).toHaveAttribute('aria-invalid', 'true');
    await host.evaluate(input => input.scrollIntoView({ block: 'center' }));
    await keepScreenshot(page, 'refused-dark');
    await zone.fill('example.com');
    await expectNothingScrolls(page, 'form', FORM_ITEM);
    await goOn(page, page.getByLabel('Most pods of each tier'));
  });

  test('goes on once a cluster that was chosen twice is corrected', async ({
    visitor: page,
  }) => {
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await chooseCluster(page, 1, 'staging');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(
      page.getByText(/is also environments\[0\]\.cluster/).first(),
    ).toBeVisible();
    await chooseCluster(page, 1, 'production');
    await goOn(page, page.getByLabel('Most pods of each tier'));
  });

  test('refuses fewer pods at most than at least', async ({
    visitor: page,
  }) => {
    await page.getByLabel('Fewest pods of each tier').fill('5');
    await page.getByRole('button', { name: 'Review' }).click();
    await expect(
      page
        .getByText('maxReplicas: 4 is less than minReplicas, 5; use 5 or more')
        .first(),
    ).toBeVisible();
    await page.getByLabel('Most pods of each tier').fill('5');
    await goOn(page, page.getByRole('row', { name: /^Environments/ }));
    await page.emulateMedia({ colorScheme: 'light' });
  });
});

test.describe('The wizard goes on', () => {
  test('once the name of the repository is corrected', async ({
    visitor: page,
  }) => {
    await chooseTemplate(page);
    await fillService(page, service);
    await goOn(page, page.getByRole('textbox', { name: 'Repository' }));
    await fillRepository(page, 'no such name');
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(
      page.getByText(/^Choose a host, an owner and a repository name/).first(),
    ).toBeVisible();
    await fillRepository(page, service);
    await goOn(page, page.getByRole('textbox', { name: 'Namespace' }));
  });

  test('once a malformed ARN is corrected', async ({ visitor: page }) => {
    await page.route('**/api/eks-deploy/eks-clusters', route =>
      route.fulfill({ json: { items: [] } }),
    );
    await chooseTemplate(page);
    await fillService(page, service);
    await goOn(page, page.getByRole('textbox', { name: 'Repository' }));
    await fillRepository(page, service);
    await goOn(page, page.getByRole('textbox', { name: 'Namespace' }));
    await fillEnvironments(page, [
      { name: 'staging', prefix: `${service}-staging`, cluster: 'staging' },
      { name: 'production', prefix: service, cluster: arnOf('production') },
    ]);
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(
      page.getByText(/^Choose a cluster, or give its ARN/).first(),
    ).toBeVisible();
    await page
      .getByRole('textbox', { name: 'Cluster' })
      .first()
      .fill(arnOf('staging'));
    await goOn(page, page.getByLabel('Most pods of each tier'));
    await page.unroute('**/api/eks-deploy/eks-clusters');
  });
});

function arnOf(cluster: string) {
  return `arn:aws:eks:eu-west-1:123456789012:cluster/${cluster}`;
}
