extension DocumentKind {
    /// A short manifest of the kind; together they make a valid set.
    var example: String {
        switch self {
        case .stack:
            """
            apiVersion: reconcile/v1
            kind: Stack
            metadata: {name: prod}
            spec:
              owner: acme/telephony
              genesys: {region: us-east-1, organizationId: 6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b}
              aws: {region: us-east-1, accountId: "123456789012"}
              safety: {maxDeletes: 3}
            """
        case .integration:
            """
            apiVersion: reconcile/v1
            kind: Integration
            metadata: {name: events}
            spec:
              enabled: true
              topics: [acd.end]
              eventSourceSuffix: prod
            """
        case .queue:
            """
            apiVersion: reconcile/v1
            kind: Queue
            metadata: {name: support, labels: {team: care}}
            spec:
              name: Support Queue
              acwSettings: {wrapupPrompt: MANDATORY_TIMEOUT, timeoutMs: 30000}
            """
        case .rule:
            """
            apiVersion: reconcile/v1
            kind: Rule
            metadata: {name: support-ended}
            spec:
              match: {topics: [acd.end], queues: [support]}
              targets:
                process: {arn: "arn:aws:lambda:us-east-1:123456789012:function:ProcessEvents"}
            """
        case .patternTest:
            """
            apiVersion: reconcile/v1
            kind: PatternTest
            metadata: {name: support-only}
            spec:
              event: {topic: acd.end, set: {queueId: "${queue.support.id}"}}
              expect: {rules: [support-ended]}
            """
        }
    }
}
