/// What a set of manifests for the public API begins with.
enum PublicSet {
    static let stack = """
        apiVersion: reconcile/v1
        kind: Stack
        metadata: {name: prod}
        spec:
          owner: acme/telephony
          genesys: {region: us-east-1, organizationId: 6f1a2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b}
          aws: {region: us-east-1, accountId: "123456789012"}
        """
    static let integration = """
        apiVersion: reconcile/v1
        kind: Integration
        metadata: {name: events}
        spec: {enabled: true, topics: [acd.end], eventSourceSuffix: prod}
        """
}
