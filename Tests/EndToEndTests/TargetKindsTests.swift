import Model
import Sandbox
import TestSupport
import Testing

@Suite("Every kind of target")
struct TargetKindsTests {
    private static let place = "us-east-1:123456789012"
    private static let role = #"roleArn: "arn:aws:iam::123456789012:role/EventBridge_InvokeLambda_Role""#

    private static let manifests = """
        \(Reconcile.stack("care"))
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: by-policy}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud], detail: {queueId: [{prefix: "q-1-"}]}}
          targets:
            alias: {arn: "arn:aws:lambda:\(place):function:ProcessGenesysEndEvents:live", inputPath: $.detail}
            version: {arn: "arn:aws:lambda:\(place):function:ProcessGenesysEndEvents:1", input: '{"a": 1}'}
            fifo: {arn: "arn:aws:sqs:\(place):orders.fifo", sqsParameters: {messageGroupId: g}, retryPolicy: {maximumRetryAttempts: 0}}
            topic: {arn: "arn:aws:sns:\(place):ended", deadLetterConfig: {arn: "arn:aws:sqs:\(place):genesys-dlq"}}
            group: {arn: "arn:aws:logs:\(place):log-group:/aws/events/ended"}
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: by-role}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud], detail: {queueId: [{prefix: "q-2-"}]}}
          targets:
            machine: {arn: "arn:aws:states:\(place):stateMachine:m", \(role)}
            stream: {arn: "arn:aws:kinesis:\(place):stream/s", \(role), kinesisParameters: {partitionKeyPath: $.id}}
            delivery: {arn: "arn:aws:firehose:\(place):deliverystream/d", \(role)}
            task: {arn: "arn:aws:ecs:\(place):cluster/c", \(role), ecsParameters: {taskDefinitionArn: "arn:aws:ecs:\(place):task-definition/t", taskCount: 1, launchType: FARGATE}}
            api: {arn: "arn:aws:events:\(place):api-destination/a/b", \(role), httpParameters: {headerParameters: {x-key: v}}}
        ---
        apiVersion: reconcile/v1
        kind: Rule
        metadata: {name: elsewhere}
        spec:
          eventBusName: default
          eventPattern: {source: [genesys.cloud], detail: {queueId: [{prefix: "q-3-"}]}}
          targets:
            bus: {arn: "arn:aws:events:\(place):event-bus/default"}
            theirs: {arn: "arn:aws:events:us-east-1:210987654321:event-bus/central", \(role)}
            queue: {arn: "arn:aws:sqs:us-east-1:210987654321:q", \(role)}
            topic: {arn: "arn:aws:sns:us-east-1:210987654321:t", \(role)}
            function: {arn: "arn:aws:lambda:us-east-1:210987654321:function:f", \(role)}

        """

    @Test("is made, seen again as declared, and put with up to ten of its rule's in one request")
    func converges() async throws {
        try await Reconcile.withClouds { reconcile in
            try await reconcile.sandbox.merge(["aws": ["queues": ["orders.fifo": ["attributes": [:], "tags": [:]]]]])
            try await withFolder(["set.yaml": Self.manifests]) { folder in
                let first = try await reconcile("apply", "-f", folder, "--auto-approve", "--quiet")
                #expect(first.code == 0, "\(first.output)\(first.messages)")
                #expect(reconcile.calls["events.PutTargets"] == 3)
                #expect(reconcile.calls["lambda.AddPermission"] == 2)
                #expect(reconcile.calls["sqs.SetQueueAttributes"] == 2)
                let second = try await reconcile("plan", "-f", folder, "--detailed-exitcode")
                #expect(second.code == 0, "\(second.output)\(second.messages)")
            }
        }
    }
}
