import AWS
import Foundation
import Model
import TestSupport
import Testing

/// Our endpoints against botocore's rules (`.ci/requirements.txt` installs it with the AWS CLI).
@Suite struct EndpointRulesTests {
    private static let services: [String: AWSService] = [
        "events": .events, "iam": .iam, "lambda": .lambda, "logs": .logs, "s3": .s3, "sns": .sns, "sqs": .sqs, "sso": .sso,
        "sso-oidc": .ssoOIDC, "sts": .sts,
        "resourcegroupstaggingapi": .tagging,
    ]

    @Test func `every service in every region, with FIPS and dual stack and without, is where botocore finds it`() async throws {
        #expect(Set(Self.services.values) == Set(AWSService.allCases))
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "endpoints.py").path
        let isInstalled = ProcessInfo.processInfo.environment["RECONCILE_TOOLS"] != nil
        let run = try await Program.run(Program.tool(isInstalled ? "python" : "python3"), [script] + Self.services.keys.sorted())
        try #require(run.code == 0, "\(run.messages)")
        let lines = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        // Eleven services, four variants, and more than thirty regions.
        #expect(lines.count > 11 * 4 * 30)
        for line in lines {
            try #require(line.count == 5)
            let environment = ["AWS_USE_FIPS_ENDPOINT": line[2], "AWS_USE_DUALSTACK_ENDPOINT": line[3]]
            let endpoints = try Endpoints(Stack.AWS(region: line[1], accountID: "1"), environment: environment)
            #expect(endpoints[try #require(Self.services[line[0]])].description == line[4])
        }
    }
}
