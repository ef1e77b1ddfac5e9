// Calls the sandbox's ECR as an SDK would; its signature is checked for its form only.
const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=sandbox/20260101/eu-west-1/ecr/aws4_request, SignedHeaders=host, Signature=sandbox';

export async function callEcr(operation, request) {
  const response = await fetch(process.env.SANDBOX_AWS_URL, {
    method: 'POST',
    headers: {
      authorization: AUTHORIZATION,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonEC2ContainerRegistry_V20150921.${operation}`,
    },
    body: JSON.stringify(request),
  });
  const answer = await response.json();
  if (response.ok) return answer;
  const message = `An error occurred (${answer.__type}) when calling the ${operation} operation: ${answer.message}`;
  throw Object.assign(new Error(message), { name: answer.__type });
}
