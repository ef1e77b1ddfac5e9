/**
 * Renders a software template by the real scaffolder's dry run.
 *
 * @packageDocumentation
 */
export * from './difference';
export * from './dryRun';
export * from './fileTree';
export * from './startScaffolder';
