internal import Model

/// What EventBridge does with a declared role.
struct RoleUse: Hashable, Sendable {
    /// The role's ARN.
    let role: String
    let action: String
    /// On which the action is allowed.
    let resource: String

    /// `nil` where no role is declared, or where it isn't known what EventBridge would do.
    ///
    /// - Parameter target: its attributes.
    /// - Parameter ruleRole: the rule's role, for targets that need one and give none.
    init?(_ target: [String: Value], ruleRole: String?) {
        guard let arn = target["arn"]?.string, let role = target["roleArn"]?.string ?? ruleRole else { return nil }
        guard let parts = ARN(arn), let action = Self.action(parts.service, parts.resource) else { return nil }
        self.role = role
        self.action = action
        resource = target["ecsParameters"]?["taskDefinitionArn"]?.string ?? arn
    }

    /// EventBridge User Guide, "Using identity-based policies": what the role of each kind of target must allow.
    private static func action(_ service: String, _ resource: String) -> String? {
        switch service {
        case "lambda": "lambda:InvokeFunction"
        case "sqs": "sqs:SendMessage"
        case "sns": "sns:Publish"
        case "states": "states:StartExecution"
        case "kinesis": "kinesis:PutRecord"
        case "firehose": "firehose:PutRecord"
        case "ecs": "ecs:RunTask"
        case "events": resource.hasPrefix("api-destination/") ? "events:InvokeApiDestination" : "events:PutEvents"
        case "batch": "batch:SubmitJob"
        case "codebuild": "codebuild:StartBuild"
        case "codepipeline": "codepipeline:StartPipelineExecution"
        case "execute-api": "execute-api:Invoke"
        case "sagemaker": "sagemaker:StartPipelineExecution"
        default: nil
        }
    }
}

/// A role's name, `arn:aws:iam::ACCOUNT:role/PATH/NAME`.
struct RoleARN: Hashable, Sendable {
    let account: String
    let name: String

    init?(_ text: String) {
        guard let parts = ARN(text), parts.service == "iam", parts.resource.hasPrefix("role/"),
            let name = parts.resource.split(separator: "/").last
        else { return nil }
        account = parts.account
        self.name = String(name)
    }
}
