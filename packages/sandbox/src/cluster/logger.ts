/** The two levels the cluster needs; winston's and Backstage's loggers both fit. */
export interface LoggerService {
  info(message: string): unknown;
  error(message: string): unknown;
}
