import type { EnvironmentAnswers } from './findEnvironmentProblems';
import { describeWrongArn, readEksClusterArn } from './parseEksClusterArn';

const hostPattern = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

// Route 53's health check asks by a second name, which is longer than the first one.
const originPrefix = 'origin.';
const longestOrigin = 253 - originPrefix.length;

/** What is wrong with one environment by itself; the first thing about each answer. */
export function findProblemsWithin(
  environment: Partial<EnvironmentAnswers>,
  field: string,
): string[] {
  const { cluster, certificateArn } = environment;
  return [
    ...(cluster ? problemWithCluster(cluster, `${field}.cluster`) : []),
    ...(['frontendHost', 'backendHost'] as const).flatMap(key =>
      problemWithHost(environment, environment[key], `${field}.${key}`),
    ),
    ...(certificateArn
      ? problemWithCertificate(
          certificateArn,
          readEksClusterArn(cluster)?.region,
          `${field}.certificateArn`,
        )
      : []),
  ];
}

function problemWithCluster(arn: string, field: string): string[] {
  return readEksClusterArn(arn) ? [] : [describeWrongArn(arn, field)];
}

function problemWithHost(
  { hostedZone: zone, standbyHost }: Partial<EnvironmentAnswers>,
  host: string | undefined,
  field: string,
): string[] {
  if (!host) {
    return [];
  }
  if (host.length > 253 || !hostPattern.test(host)) {
    return [
      `${field}: "${host}" is not a DNS name; use one such as chat.example.com, in lower case and without https://`,
    ];
  }
  if (zone && host !== zone && !host.endsWith(`.${zone}`)) {
    return [
      `${field}: "${host}" is outside of the zone ${zone}; use a host such as chat.${zone}, or another zone`,
    ];
  }
  return standbyHost && host.length > longestOrigin
    ? [
        `${field}: with a standby, use at most ${longestOrigin} characters; the health check asks ${originPrefix} before it`,
      ]
    : [];
}

/** A load balancer takes certificates of its own region only. */
function problemWithCertificate(
  arn: string,
  region: string | undefined,
  field: string,
): string[] {
  const [, , service, its] = arn.split(':');
  if (service !== 'acm') {
    return [
      `${field}: "${arn}" is not the ARN of a certificate; use one such as arn:aws:acm:${
        region ?? 'eu-west-1'
      }:123456789012:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`,
    ];
  }
  return region && its !== region
    ? [
        `${field}: the certificate is in ${its}, the cluster in ${region}; use a certificate of the cluster's region`,
      ]
    : [];
}
