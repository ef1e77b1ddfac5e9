/** What a build file says, in words that both tools share. */
export interface BuildFile {
  springBoot: string;
  /** `group:name`, sorted, with `:version` where the file gives one itself. */
  boms: string[];
  /** By Maven's scopes. */
  dependencies: Record<'compile' | 'runtime' | 'test', string[]>;
  /** Of the jar, from the backend's folder. */
  jar: string;
}

const GRADLE_SCOPES = {
  implementation: 'compile',
  runtimeOnly: 'runtime',
  testImplementation: 'test',
  testRuntimeOnly: 'test',
} as const;

/** Reads the `build.gradle.kts` of the template; it knows the constructs that stand there and refuses others. */
export function readGradle(text: string): BuildFile {
  const block = /^dependencies \{\n([^]*?)^\}/m.exec(text)?.[1] ?? '';
  const file: BuildFile = {
    springBoot: found(
      /id\("org\.springframework\.boot"\) version "([^"]+)"/,
      text,
    ),
    boms: [],
    dependencies: { compile: [], runtime: [], test: [] },
    jar: `build/libs/${found(/archiveFileName = "([^"]+)"/, text)}`,
  };
  for (const line of block.split('\n').map(part => part.trim())) {
    const bom = /^implementation\(platform\("([^"]+)"\)\)$/.exec(line)?.[1];
    const [, configuration, notation] = /^(\w+)\("([^"]+)"\)$/.exec(line) ?? [];
    if (bom) {
      file.boms.push(bom);
    } else if (notation && configuration in GRADLE_SCOPES) {
      // Maven's surefire brings the launcher by itself.
      if (notation !== 'org.junit.platform:junit-platform-launcher') {
        file.dependencies[
          GRADLE_SCOPES[configuration as keyof typeof GRADLE_SCOPES]
        ].push(notation.replace(/@jar$/, ''));
      }
    } else if (
      line &&
      !line.startsWith('//') &&
      line !== 'implementation(platform(SpringBootPlugin.BOM_COORDINATES))'
    ) {
      throw new Error(`build.gradle.kts: what is "${line}" in Maven?`);
    }
  }
  return sorted(file);
}

/** Reads the `pom.xml` of the template. */
export function readMaven(text: string): BuildFile {
  const managed = /<dependencyManagement>[^]*<\/dependencyManagement>/;
  const file: BuildFile = {
    springBoot: found(
      /<artifactId>spring-boot-starter-parent<\/artifactId>\s*<version>([^<]+)/,
      text,
    ),
    boms: dependenciesIn(managed.exec(text)?.[0] ?? '').map(
      ({ notation }) => notation,
    ),
    dependencies: { compile: [], runtime: [], test: [] },
    jar: `${found(/<outputDirectory>([^<]+)/, text)}/${found(
      /<finalName>([^<]+)/,
      text,
    )}.jar`,
  };
  for (const { scope, notation } of dependenciesIn(text.replace(managed, ''))) {
    file.dependencies[scope as keyof BuildFile['dependencies']].push(notation);
  }
  return sorted(file);
}

function dependenciesIn(xml: string) {
  return [...xml.matchAll(/<dependency>([^]*?)<\/dependency>/g)].map(
    ([, body]) => {
      const own = body.replace(/<exclusions>[^]*<\/exclusions>/, '');
      const value = (tag: string) =>
        new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(own)?.[1];
      return {
        scope: value('scope') ?? 'compile',
        notation: ['groupId', 'artifactId', 'version', 'classifier']
          .map(value)
          .filter(Boolean)
          .join(':'),
      };
    },
  );
}

function found(pattern: RegExp, text: string): string {
  const value = pattern.exec(text)?.[1];
  if (!value) throw new Error(`The build file has nothing like ${pattern}.`);
  return value;
}

function sorted(file: BuildFile): BuildFile {
  file.boms.sort();
  Object.values(file.dependencies).forEach(list => list.sort());
  return file;
}
