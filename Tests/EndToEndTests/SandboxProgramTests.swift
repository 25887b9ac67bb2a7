import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

@Suite("The program reconcile-sandbox")
struct SandboxProgramTests {
    @Test("prints what points others at it, serves the aws CLI, keeps its state in a file, and ends when it is told to")
    func serve() async throws {
        try await withFolder { folder in
            for run in 1...2 {
                let served = try await Subprocess.run(
                    Program.built("reconcile-sandbox"),
                    arguments: ["serve", "--port", "0", "--state", "\(folder)/state.json", "--log", "\(folder)/requests-\(run).jsonl"],
                    environment: Program.isolated([:]), input: .none, output: .sequence, error: .discarded
                ) { execution in
                    var variables: [String: String] = [:]
                    for try await line in execution.standardOutput.strings() {
                        if line.hasPrefix("# ready") { break }
                        guard let (_, name, value) = line.firstMatch(of: #/export ([A-Z_]+)=(.*?)\s*$/#)?.output else { continue }
                        variables[String(name)] = String(value)
                    }
                    #expect(
                        Set(variables.keys) == [
                            "AWS_ENDPOINT_URL", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "AWS_DEFAULT_REGION",
                            "GENESYSCLOUD_API_URL", "GENESYSCLOUD_LOGIN_URL", "GENESYSCLOUD_OAUTHCLIENT_ID",
                            "GENESYSCLOUD_OAUTHCLIENT_SECRET",
                        ])
                    let rules = try await use(variables, isFirst: run == 1)
                    #expect(rules.output.contains("GenesysCloudQueueEndRule"))
                    try execution.send(signal: .terminate)
                }
                #expect(served.terminationStatus == .exited(0))
            }
            let log = try String(contentsOfFile: "\(folder)/requests-1.jsonl", encoding: .utf8)
            #expect(log.contains(#""operation":"events.PutRule""#))
        }
    }

    /// The tutorial's own commands, as they stand there; the second run finds what the first has made.
    private func use(_ variables: [String: String], isFirst: Bool) async throws -> Run {
        if isFirst {
            let pattern =
                #"{"source":["genesys.cloud"],"detail-type":["conversation.end"],"detail":{"queueId":["your-specific-queue-id"]}}"#
            try await aws(variables, "put-rule", "--name", "GenesysCloudQueueEndRule", "--event-pattern", pattern, "--state", "ENABLED")
            let targets =
                #"[{"Id":"LambdaTarget","Arn":"arn:aws:lambda:us-east-1:123456789012:function:ProcessGenesysEndEvents","RoleArn":"arn:aws:iam::123456789012:role/EventBridge_InvokeLambda_Role"}]"#
            try await aws(variables, "put-targets", "--rule", "GenesysCloudQueueEndRule", "--targets", targets)
        }
        return try await aws(variables, "list-rules")
    }

    @discardableResult
    private func aws(_ variables: [String: String], _ arguments: String...) async throws -> Run {
        let run = try await Program.run(Program.tool("aws"), ["events"] + arguments, environment: variables)
        #expect(run.code == 0, "\(run.messages)")
        return run
    }
}
