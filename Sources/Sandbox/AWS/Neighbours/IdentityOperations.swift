import Model

/// Who the caller is and what a role trusts (STS API reference: `GetCallerIdentity`; IAM API reference: `GetRole`).
enum IdentityOperations {
    static let all = [
        AWSOperation(.sts, "GetCallerIdentity", .reads) { _, _ throws(AWSError) in
            [
                "Account": .string(SandboxIdentity.accountID), "UserId": "AIDASANDBOX0EXAMPLE0", "Arn": .string(ARN.user),
            ]
        },
        AWSOperation(.iam, "GetRole", .reads) { state, call throws(AWSError) in
            let name = call.required("RoleName")
            guard let role = state.roles[name] else {
                throw AWSError(code: "NoSuchEntity", message: "The role with name \(name) cannot be found.", status: 404)
            }
            let document = role.assumeRolePolicyDocument.value.json
            return [
                "Role": [
                    "RoleName": .string(name), "Arn": .string(ARN.role(name)), "Path": "/", "RoleId": "AROASANDBOX0EXAMPLE0",
                    "CreateDate": "2025-01-01T00:00:00Z",
                    "AssumeRolePolicyDocument": .string(document.percentEncoded),
                ]
            ]
        },
    ]
}
