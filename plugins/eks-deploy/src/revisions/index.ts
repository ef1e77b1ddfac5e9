export * from './RevisionAge';
