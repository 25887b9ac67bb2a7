"""What every peer declares: N rules, each with a pattern of its own, two tags and one target."""

import json

account = "123456789012"
arn = f"arn:aws:sqs:us-east-1:{account}:ended"
tags = [{"Key": "team", "Value": "care"}, {"Key": "cost-center", "Value": "4711"}]


def name(index):
    return f"queue-{index}-ended"


def pattern(index):
    return {"source": ["genesys.cloud"], "detail": {"queueId": [{"prefix": f"queue-{index}-"}]}}


def stack(mark="bench"):
    return f"""apiVersion: reconcile/v1
kind: Stack
metadata: {{name: {mark}}}
spec:
  owner: acme/telephony
  genesys: {{region: us-east-1, api: platform}}
  aws: {{region: us-east-1, accountId: "{account}"}}
"""


def manifests(rules, mark="bench", bus="default"):
    documents = (
        f"""---
apiVersion: reconcile/v1
kind: Rule
metadata: {{name: "{index}"}}
spec:
  name: {name(index)}
  eventBusName: {bus}
  eventPattern: {json.dumps(pattern(index))}
  tags: {{{", ".join(f'{tag["Key"]}: "{tag["Value"]}"' for tag in tags)}}}
  permission: none
  targets: {{main: {{arn: "{arn}"}}}}
"""
        for index in range(rules)
    )
    return stack(mark) + "".join(documents)


def queues(count):
    documents = (
        f"""---
apiVersion: reconcile/v1
kind: Queue
metadata: {{name: "queue-{index}"}}
spec: {{name: Queue {index}}}
"""
        for index in range(count)
    )
    return stack() + "".join(documents)


def terraform(rules, version):
    return f"""terraform {{
  required_providers {{
    aws = {{ source = "hashicorp/aws", version = "{version}" }}
  }}
}}

provider "aws" {{
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}}

resource "aws_cloudwatch_event_rule" "ended" {{
  count         = {rules}
  name          = "queue-${{count.index}}-ended"
  event_pattern = jsonencode({{ source = ["genesys.cloud"], detail = {{ queueId = [{{ prefix = "queue-${{count.index}}-" }}] }} }})
  state         = "ENABLED"
  tags          = {{ {", ".join(f'{tag["Key"]} = "{tag["Value"]}"' for tag in tags)} }}
}}

resource "aws_cloudwatch_event_target" "main" {{
  count     = {rules}
  rule      = aws_cloudwatch_event_rule.ended[count.index].name
  target_id = "main"
  arn       = "{arn}"
}}
"""
