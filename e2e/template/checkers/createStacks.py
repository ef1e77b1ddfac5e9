"""Creates the stacks of a rendered service in moto, one environment after another, as infra/bootstrap.sh does.

Prints what isn't as it should be, and nothing when all is well. Run in the service's folder by the Python that has moto.
"""

import glob
import logging
import os
import sys

os.environ.update(AWS_ACCESS_KEY_ID="testing", AWS_SECRET_ACCESS_KEY="testing")

import boto3  # noqa: E402
import yaml  # noqa: E402
from moto import mock_aws  # noqa: E402
from moto.cloudformation.parsing import resource_class_from_type  # noqa: E402

SUBJECT = "repo:example-org@1/service@2"


def read_environment(path):
    with open(path, encoding="utf-8") as file:
        pairs = (line.strip().split("=", 1) for line in file if "=" in line and not line.startswith("#"))
        return dict(pairs)


class Cloudformation(yaml.SafeLoader):
    """YAML with CloudFormation's own tags, which don't matter here."""


Cloudformation.add_multi_constructor("!", lambda loader, suffix, node: str(node.value))


def read_template(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return text, yaml.load(text, Loader=Cloudformation)


def main():
    problems = []
    created = 0
    for path in sorted(glob.glob("infra/*/parameters.env")):
        given = read_environment(path)
        with mock_aws():
            # moto's Route 53 is that of the standard partition, whatever region it is asked for.
            region = "us-east-1" if given["REGION"].startswith(("cn-", "us-gov-")) else given["REGION"]
            zone = boto3.client("route53", region_name=region).create_hosted_zone(Name="example.com", CallerReference=path)
            # Whatever name a template's parameter may have, its value.
            values = {
                "Service": given["SERVICE"],
                "Environment": given["ENVIRONMENT"],
                "Cluster": given["CLUSTER"],
                "Namespace": given["NAMESPACE"],
                "Bucket": given.get("BUCKET", ""),
                "FrontendHost": given["FRONTEND_HOST"],
                "BackendHost": given["BACKEND_HOST"],
                "CertificateArn": given["CERTIFICATE_ARN"],
                "StandbyHost": given["STANDBY_HOST"],
                "StandbyZoneId": "Z2FDTNDATAQYW2" if given["STANDBY_HOST"] else "",
                "HostedZoneId": zone["HostedZone"]["Id"].split("/")[-1],
                "GitHubSubject": SUBJECT,
                "GitHubOidcProviderArn": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
                "ImageAccount": given["IMAGE_REGISTRY"].split(".")[0],
                "ImageRegion": given["IMAGE_REGISTRY"].split(".")[3],
                "KafkaClusterArn": f"arn:aws:kafka:{region}:123456789012:cluster/kafka/0f1e2d3c-1",
            }
            client = boto3.client("cloudformation", region_name=region)
            for template in sorted(glob.glob("infra/*.yaml")):
                text, document = read_template(template)
                name = os.path.basename(template).removesuffix(".yaml")
                try:
                    client.create_stack(
                        StackName=name,
                        TemplateBody=text,
                        Capabilities=["CAPABILITY_NAMED_IAM"],
                        Parameters=[
                            {"ParameterKey": key, "ParameterValue": values[key]} for key in document["Parameters"]
                        ],
                    )
                    stack = client.describe_stacks(StackName=name)["Stacks"][0]
                    made = {
                        item["LogicalResourceId"]: item["ResourceStatus"]
                        for item in client.list_stack_resources(StackName=name)["StackResourceSummaries"]
                    }
                except Exception as error:  # whatever moto says is the finding
                    problems.append(f"{path}: {template}: {error}")
                    continue
                if stack["StackStatus"] != "CREATE_COMPLETE":
                    problems.append(f"{path}: {template}: {stack['StackStatus']}")
                for logical_id, resource in document["Resources"].items():
                    created += logical_id in made
                    # What moto has no model of is left to cfn-lint and checkov.
                    if "Condition" in resource or not resource_class_from_type(resource["Type"]):
                        continue
                    if made.get(logical_id) != "CREATE_COMPLETE":
                        problems.append(f"{path}: {template}: {logical_id} is {made.get(logical_id, 'not there')}")
            if given["STANDBY_HOST"]:
                problems += check_failover(values, region)
    if created == 0:
        problems.append("no stack of infra/ has created anything")
    print("\n".join(problems))
    return 1 if problems else 0


def check_failover(values, region):
    """The standby's records are SECONDARY, and a health check asks each origin."""
    route53 = boto3.client("route53", region_name=region)
    records = route53.list_resource_record_sets(HostedZoneId=values["HostedZoneId"])["ResourceRecordSets"]
    secondary = sorted(record["Name"].rstrip(".") for record in records if record.get("Failover") == "SECONDARY")
    hosts = sorted([values["FrontendHost"], values["BackendHost"]])
    checked = sorted(
        check["HealthCheckConfig"]["FullyQualifiedDomainName"] for check in route53.list_health_checks()["HealthChecks"]
    )
    problems = []
    if secondary != hosts:
        problems.append(f"secondary records are {secondary}, not {hosts}")
    if checked != sorted(f"origin.{host}" for host in hosts):
        problems.append(f"health checks ask {checked}")
    return problems


logging.disable(logging.CRITICAL)
sys.exit(main())
