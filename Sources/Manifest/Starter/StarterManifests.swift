/// A set of manifests whose ids are zeros, which no organization and no account has: nothing can be changed with it before they are replaced.
enum StarterManifests {
    static let name = "contact-centre"

    static func all(owner: String) -> [(name: String, text: String)] {
        [
            ("stack.yaml", stack(owner: owner)), ("integration.yaml", integration), ("queues.yaml", queues), ("rules.yaml", rules),
            ("tests.yaml", tests),
        ]
    }

    private static func stack(owner: String) -> String {
        """
        # Where these manifests may run, and who owns what they make. Before anything is changed, reconcile proves that its credentials reach
        # this very organization and account.
        apiVersion: reconcile/v1
        kind: Stack
        metadata:
          name: \(name)
        spec:
          # The repository: every rule is tagged \(owner)/\(name), so that nobody else's set changes or deletes it.
          owner: \(owner)
          genesys:
            # The organization's home region, by AWS's name.
            region: us-east-1
            # Admin > Account Settings > Organization Settings.
            organizationId: 00000000-0000-0000-0000-000000000000
          aws:
            region: us-east-1
            # Quoted: without quotes YAML reads a number.
            accountId: "000000000000"
          safety:
            # A run that would delete more is refused whole.
            maxDeletes: 3
          defaults:
            # Of every target that doesn't say otherwise: what can't be delivered is tried again for ten minutes.
            target:
              retryPolicy: {maximumRetryAttempts: 3, maximumEventAgeInSeconds: 600}

        """
    }

    private static let integration = """
        # What Genesys Cloud sends to EventBridge.
        apiVersion: reconcile/v1
        kind: Integration
        metadata:
          name: events
        spec:
          enabled: true
          # Short for v2.detail.events.conversation.{id}.acd.end.
          topics: [acd.end]
          # The last part of the event source's name; no other integration of the organization may have it.
          eventSourceSuffix: contact-centre

        """

    private static let queues = """
        # A queue that exists: looked up by its name, never changed. `manage: full` creates it and keeps it as declared.
        apiVersion: reconcile/v1
        kind: Queue
        metadata:
          name: support
          labels: {team: care}
        spec:
          name: Support
          lifecycle:
            manage: reference

        """

    private static let rules = """
        # A rule for each queue of the team: its events go to a function.
        apiVersion: reconcile/v1
        kind: Rule
        metadata:
          name: ended
        spec:
          forEach: {queue: {matchLabels: {team: care}}}
          name: "ended-${queue.name}"
          match:
            topics: [acd.end]
            queues: ["${queue}"]
          targets:
            process:
              arn: arn:${stack.aws.partition}:lambda:${stack.aws.region}:${stack.aws.accountId}:function:process-ended
              # Where what can't be delivered is kept, so that somebody can look at it.
              deadLetterConfig:
                arn: arn:${stack.aws.partition}:sqs:${stack.aws.region}:${stack.aws.accountId}:genesys-dlq

        """

    private static let tests = """
        # Who is to get which events: `reconcile test -f manifests`. Nothing in the clouds is made of it.
        apiVersion: reconcile/v1
        kind: PatternTest
        metadata:
          name: support-is-processed
        spec:
          event:
            topic: acd.end
            set: {queueId: "${queue.support.id}"}
          expect:
            rules: ["ended[support]"]

        """
}
