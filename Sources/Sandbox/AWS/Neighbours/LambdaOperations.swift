import Model

/// Lambda's resource policies (Lambda API reference: `AddPermission`, `RemovePermission`, `GetPolicy`, `GetFunction`).
enum LambdaOperations {
    /// Bytes of a function's policy (Lambda quotas).
    private static let policyLimit = 20_480

    static let all = [
        AWSOperation(.lambda, "GetFunction", .reads, run: getFunction),
        AWSOperation(.lambda, "GetPolicy", .reads, run: getPolicy),
        AWSOperation(
            .lambda, "AddPermission", .mutates,
            [
                .string("StatementId", 1...100, .statementID, required: true),
                .string("Action", 1...256, .lambdaAction, required: true), .string("Principal", 1...256, required: true),
            ], successStatus: 201, run: addPermission),
        AWSOperation(.lambda, "RemovePermission", .mutates, successStatus: 204, run: removePermission),
    ]

    private static func getFunction(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let reference = try FunctionReference(call, in: state)
        return [
            "Configuration": [
                "FunctionName": .string(reference.name), "FunctionArn": .string(reference.arn), "Runtime": "provided.al2023",
                "Role": .string(ARN.role("\(reference.name)-execution")), "State": "Active", "LastUpdateStatus": "Successful",
                "Version": .string(reference.qualifier ?? "$LATEST"),
            ],
            "Tags": .map((state.functions[reference.name]?.tags ?? [:]).mapValues { .string($0) }),
        ]
    }

    private static func getPolicy(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let reference = try FunctionReference(call, in: state)
        let statements = state.statements(reference)
        guard !statements.isEmpty else { throw .missingPolicy }
        let policy = Self.policy(statements)
        return ["Policy": .string(policy), "RevisionId": .string(PolicyRevision.id(policy))]
    }

    /// Adds a statement. Never replaces one: the same Sid twice is a conflict.
    private static func addPermission(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let reference = try FunctionReference(call, in: state)
        let sid = call.required("StatementId")
        var statements = state.statements(reference)
        try checkRevision(call, statements)
        guard !statements.contains(where: { $0["Sid"]?.string == sid }) else {
            throw AWSError(
                code: "ResourceConflictException",
                message:
                    "The statement id (\(sid)) provided already exists. Please provide a new statement id, or remove the existing statement.",
                status: 409)
        }
        let statement = PolicyStatement.make(call, resource: reference.arn)
        statements.append(Document(statement))
        let size = policy(statements).utf8.count
        guard size <= policyLimit else {
            throw AWSError(
                code: "PolicyLengthExceededException",
                message: "The final policy size (\(size)) is bigger than the limit (\(policyLimit)).")
        }
        state.functions[reference.name]?.statements[reference.key] = statements
        return ["Statement": .string(statement.json)]
    }

    private static func removePermission(_ state: inout AWSState, _ call: AWSCall) throws(AWSError) -> Value {
        let reference = try FunctionReference(call, in: state)
        let sid = call.required("StatementId")
        let statements = state.statements(reference)
        guard !statements.isEmpty else { throw .missingPolicy }
        try checkRevision(call, statements)
        guard statements.contains(where: { $0["Sid"]?.string == sid }) else {
            throw .notFound("Statement \(sid) is not found in resource policy.", status: 404)
        }
        state.functions[reference.name]?.statements[reference.key] = statements.filter { $0["Sid"]?.string != sid }
        return .null
    }

    private static func checkRevision(_ call: AWSCall, _ statements: [Document]) throws(AWSError) {
        guard let revision = call.string("RevisionId"), revision != PolicyRevision.id(policy(statements)) else { return }
        throw AWSError(
            code: "PreconditionFailedException",
            message:
                "The RevisionId provided does not match the latest RevisionId. Call the GetPolicy API to retrieve the latest RevisionId",
            status: 412)
    }

    private static func policy(_ statements: [Document]) -> String {
        let policy: Value = ["Version": "2012-10-17", "Id": "default", "Statement": .list(statements.map(\.value))]
        return policy.json
    }
}

extension AWSState {
    fileprivate func statements(_ reference: FunctionReference) -> [Document] {
        functions[reference.name]?.statements[reference.key] ?? []
    }
}

extension AWSError {
    fileprivate static let missingPolicy = AWSError.notFound("The resource you requested does not exist.", status: 404)
}
