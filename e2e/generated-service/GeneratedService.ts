import type { Browser } from '@playwright/test';
import type { Build } from './buildService';
import type { Replica } from './startReplica';

/** The generated service as it runs: two backends on one broker and one bucket, behind one load balancer. */
export interface GeneratedService {
  passed: Build['passed'];
  replicas: [Replica, Replica];
  /** Host and port of the load balancer, which speaks TLS. */
  backendHost: string;
  /** Of the page. */
  origin: string;
  /** S3's own API and the bucket. */
  s3: { endpoint: string; bucket: string };
  /** Trusts the certificates that were made for this run. */
  browser: Browser;
}
