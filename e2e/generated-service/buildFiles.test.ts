import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemplateRenderer } from 'nunjitsu';
import { readGradle, readMaven } from './buildFiles';

const template = join(__dirname, '../../templates/fullstack-eks');
const renderer = createTemplateRenderer({
  trimBlocks: true,
  lstripBlocks: true,
});

function render(path: string, values: Record<string, string>): string {
  return renderer.render(readFileSync(join(template, path), 'utf8'), {
    values,
  });
}

const answers = ['bootstrap', 'msk', 'strimzi', 'none'].flatMap(messaging =>
  ['presigned', 'public', 'none'].flatMap(uploads =>
    ['prometheus', 'none'].map(monitoring => ({
      messaging,
      uploads,
      monitoring,
      javaVersion: '21',
    })),
  ),
);

// Maven's build is run for real (./yarnw e2e:generated-service); Gradle's has to say the same.
describe.each(answers)('with $messaging, $uploads, $monitoring', values => {
  const gradle = readGradle(
    render('skeleton-gradle/backend/build.gradle.kts.njk', values),
  );
  const maven = readMaven(render('skeleton-maven/backend/pom.xml.njk', values));

  it('Gradle and Maven build the same with the same', () => {
    expect(gradle).toEqual(maven);
  });

  it('has only what the answers ask for', () => {
    const all = Object.values(maven.dependencies).flat().join();
    expect(all.includes('kafka')).toBe(values.messaging !== 'none');
    expect(all.includes('msk')).toBe(values.messaging === 'msk');
    expect(/s3/.test(all)).toBe(values.uploads !== 'none');
    expect(all.includes('prometheus')).toBe(values.monitoring === 'prometheus');
  });
});

describe.each(['21', '25'])('for Java %s', javaVersion => {
  it('all three that name a Java name that one', () => {
    const values = { ...answers[0], javaVersion };
    expect(render('skeleton/backend/.java-version.njk', values).trim()).toBe(
      javaVersion,
    );
    expect(render('skeleton-maven/backend/pom.xml.njk', values)).toContain(
      `<java.version>${javaVersion}</java.version>`,
    );
    const images = render('skeleton/backend/Dockerfile.njk', values).match(
      /^FROM \S+/gm,
    );
    expect(images).toHaveLength(2);
    for (const image of images ?? []) {
      expect(image).toMatch(
        new RegExp(`:${javaVersion}-jre-alpine@sha256:[0-9a-f]{64}$`),
      );
    }
  });
});

it('refuses a construct that it does not know', () => {
  const text = render(
    'skeleton-gradle/backend/build.gradle.kts.njk',
    answers[0],
  ).replace('implementation("', 'compileOnly("');
  expect(() => readGradle(text)).toThrow('what is "compileOnly(');
});
