"""A set of manifests as a large contact centre has them: the public API, a rule for each of many queues."""

STACK = """apiVersion: reconcile/v1
kind: Stack
metadata: {name: figures}
spec:
  owner: acme/telephony
  genesys: {region: us-east-1, organizationId: 6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b}
  aws: {region: us-east-1, accountId: "123456789012"}
---
apiVersion: reconcile/v1
kind: Integration
metadata: {name: events}
spec: {enabled: true, topics: [acd.end], eventSourceSuffix: prod}
"""

RULE = """---
apiVersion: reconcile/v1
kind: Rule
metadata:
  name: queue-{index}-ended
spec:
  description: Queue {index} has ended its part.
  eventPattern:
    source: [aws.partner/genesys.com/cloud/6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b/prod]
    detail-type: ["v2.detail.events.conversation.{{id}}.acd.end"]
    detail: {{eventBody: {{queueId: [{index:08x}-0000-4000-8000-000000000000]}}}}
  targets:
    main:
      arn: arn:aws:sqs:us-east-1:123456789012:ended
      deadLetterConfig: {{arn: "arn:aws:sqs:us-east-1:123456789012:dlq"}}
"""


def manifests(rules):
    """A stack, an integration and so many rules, about 500 bytes each."""
    return STACK + "".join(RULE.format(index=index) for index in range(rules))
