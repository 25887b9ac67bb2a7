internal import Cloud
internal import Model

/// Puts and removes targets, those of a rule in one request, and tells of each entry for itself.
struct TargetWriter {
    typealias Outcome = [Address: Result<[String: Value], ServiceError>]

    /// What belongs into one request.
    private struct Batch: Hashable {
        var rule: String
        var isRemoval: Bool
    }

    let transport: any AWSTransport
    let polling: Polling

    /// - Parameter operations: at most `LiveIdentity.batchLimit`.
    func perform(_ operations: [Operation]) async -> Outcome {
        let batches = Dictionary(grouping: operations) { Batch(rule: $0.identity.scope, isRemoval: $0.action == .delete) }
        var outcome: Outcome = [:]
        for (batch, operations) in batches {
            let answers = batch.isRemoval ? await remove(operations, of: batch.rule) : await put(operations, on: batch.rule)
            outcome.merge(answers) { $1 }
        }
        return outcome
    }

    private func put(_ operations: [Operation], on rule: String) async -> Outcome {
        do throws(ServiceError) {
            try await FormerHolders(transport: transport).remember(operations, on: rule)
        } catch {
            return operations.reduce(into: Outcome()) { $0[$1.address] = .failure(error) }
        }
        let failures = await remove(operations.filter(\.losesBusRole), of: rule).filter { $0.value.failure != nil }
        let outcome = await send(.putTargets, operations.filter { failures[$0.address] == nil }, rule: rule) { operations in
            ["Targets": .list(operations.map { MemberCase.raised(.map($0.attributes)) })]
        }
        return outcome.merging(failures) { $1 }
    }

    private func remove(_ operations: [Operation], of rule: String) async -> Outcome {
        await send(.removeTargets, operations, rule: rule) { operations in
            ["Ids": .list(operations.map { .string($0.identity.name) })]
        }.mapValues { answer in
            answer.failure?.reason == .notFound ? .success([:]) : answer
        }
    }

    /// Sends the entries, and again those that may yet go through.
    private func send(
        _ call: AWSOperation, _ operations: [Operation], rule: String, _ entries: ([Operation]) -> [String: Value]
    ) async -> Outcome {
        var outcome: Outcome = [:]
        var pending = operations
        var attempt = 1
        while !pending.isEmpty {
            let answer = await result { () throws(ServiceError) in
                try await transport.call(call, .map(entries(pending).merging(try Self.name(of: rule, in: call)) { $1 }))
            }
            for operation in pending {
                outcome[operation.address] = Self.outcome(of: operation.identity.name, in: answer, of: call)
            }
            pending = pending.filter { operation in
                outcome[operation.address]?.failure.map { Self.mayYetGoThrough($0, call) } ?? false
            }
            guard attempt < polling.attempts, !pending.isEmpty else { break }
            guard await result({ () throws(ServiceError) in try await polling.backOff(after: attempt) }).failure == nil else { break }
            attempt += 1
        }
        return outcome
    }

    private static func name(of rule: String, in call: AWSOperation) throws(ServiceError) -> [String: Value] {
        guard let arn = RuleARN(rule) else {
            throw ServiceError(.invalid, system: .aws, operation: call.name, summary: "\(rule) is no rule's ARN")
        }
        return ["Rule": .string(arn.name), "EventBusName": .string(arn.bus)]
    }

    private static func outcome(
        of target: String, in answer: Result<Value, ServiceError>, of call: AWSOperation
    ) -> Result<[String: Value], ServiceError> {
        answer.flatMap { value in
            FailedEntries(value, of: call).error(ofTarget: target).map { .failure($0) } ?? .success([:])
        }
    }

    /// A rule may not be found just after it was made.
    private static func mayYetGoThrough(_ error: ServiceError, _ call: AWSOperation) -> Bool {
        FailedEntries.isTransient(error) || (call == .putTargets && error.reason == .notFound)
    }
}

extension Operation {
    /// PutTargets without a role leaves the role that a bus target has: only removing the target takes the role away.
    fileprivate var losesBusRole: Bool {
        action == .update && attributes["roleArn"] == nil && live?.attributes["roleArn"] != nil
            && attributes["arn"]?.string?.contains(":event-bus/") == true
    }
}

extension Result {
    fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}
