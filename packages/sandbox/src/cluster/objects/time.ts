/** RFC 3339 with a resolution of one second, as Kubernetes writes `metav1.Time`. */
export function timestamp(milliseconds: number = Date.now()): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
