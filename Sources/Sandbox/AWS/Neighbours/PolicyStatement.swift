import Crypto
import Model

/// A statement as `AddPermission` writes it.
enum PolicyStatement {
    static func make(_ call: AWSCall, resource: String) -> Value {
        .present([
            "Sid": .string(call.required("StatementId")), "Effect": "Allow", "Principal": principal(call.required("Principal")),
            "Action": .string(call.required("Action")), "Resource": .string(resource), "Condition": condition(call),
        ])
    }

    private static func principal(_ text: String) -> Value {
        if text == "*" { return "*" }
        if text.hasSuffix(".amazonaws.com") { return ["Service": .string(text)] }
        return ["AWS": .string(text.hasPrefix("arn:") ? text : "\(ARN.accountRoot)\(text):root")]
    }

    private static func condition(_ call: AWSCall) -> Value? {
        let equals: [String: Value?] = [
            "AWS:SourceAccount": .string(call.string("SourceAccount")),
            "aws:PrincipalOrgID": .string(call.string("PrincipalOrgID")),
            "lambda:FunctionUrlAuthType": .string(call.string("FunctionUrlAuthType")),
        ]
        let given = equals.compactMapValues { $0 }
        let condition: [String: Value?] = [
            "StringEquals": given.isEmpty ? nil : .map(given),
            "ArnLike": call.string("SourceArn").map { ["AWS:SourceArn": .string($0)] },
        ]
        let members = condition.compactMapValues { $0 }
        return members.isEmpty ? nil : .map(members)
    }
}

/// A policy's revision: another one whenever its text is another.
enum PolicyRevision {
    static func id(_ policy: String) -> String {
        SHA256.hash(data: Array(policy.utf8)).hexadecimal.prefix(32).description
    }
}
