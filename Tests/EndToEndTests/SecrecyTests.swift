import Foundation
import Model
import Sandbox
import TestSupport
import Testing

@Suite("Secrets reach no output")
struct SecrecyTests {
    private static let canary = "CANARY-7b1f0d5e"

    /// Where credentials may come from: what the environment says, and the files that it names, relative to the test's own folder. The sandbox takes some of
    /// them and refuses others, so that both what is done with them and what is said of them is searched.
    struct Source: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var variables: [String: String?] = [:]
        var files: [String: String] = [:]
    }

    private static let noKeys: [String: String?] = ["AWS_ACCESS_KEY_ID": nil, "AWS_SECRET_ACCESS_KEY": nil]
    private static let keys = "aws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = \(canary)\naws_session_token = \(canary)"

    static let sources = [
        Source(
            testDescription: "environment",
            variables: ["AWS_ACCESS_KEY_ID": "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY": canary, "AWS_SESSION_TOKEN": canary]),
        Source(
            testDescription: "shared credentials file", variables: noKeys.merging(["AWS_SHARED_CREDENTIALS_FILE": "FOLDER/keys"]) { $1 },
            files: ["keys": "[default]\n\(keys)"]),
        Source(
            testDescription: "malformed credentials file", variables: noKeys.merging(["AWS_SHARED_CREDENTIALS_FILE": "FOLDER/keys"]) { $1 },
            files: ["keys": "[default\n\(keys)\n\(canary)"]),
        Source(
            testDescription: "config file", variables: noKeys.merging(["AWS_CONFIG_FILE": "FOLDER/config"]) { $1 },
            files: ["config": "[default]\n\(keys)"]),
        Source(
            testDescription: "credential_process", variables: noKeys.merging(["AWS_CONFIG_FILE": "FOLDER/config"]) { $1 },
            files: [
                "config": "[default]\ncredential_process = /bin/cat FOLDER/answer",
                "answer": #"{"Version":1,"AccessKeyId":"AKIAEXAMPLE","SecretAccessKey":"\#(canary)","SessionToken":"\#(canary)"}"#,
            ]),
        Source(
            testDescription: "credential_process that prints something else",
            variables: noKeys.merging(["AWS_CONFIG_FILE": "FOLDER/config"]) { $1 },
            files: ["config": "[default]\ncredential_process = /bin/cat FOLDER/answer", "answer": #"{"SecretAccessKey":"\#(canary)""#]),
        Source(
            testDescription: "role of a source profile", variables: noKeys.merging(["AWS_CONFIG_FILE": "FOLDER/config"]) { $1 },
            files: [
                "config":
                    "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\nexternal_id = \(canary)\nsource_profile = s\n[profile s]\n\(keys)"
            ]),
        Source(
            testDescription: "web identity",
            variables: noKeys.merging([
                "AWS_WEB_IDENTITY_TOKEN_FILE": "FOLDER/token", "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/r",
            ]) { $1 }, files: ["token": canary]),
        Source(
            testDescription: "container",
            variables: noKeys.merging([
                "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.0.0.1:1/\(canary)", "AWS_CONTAINER_AUTHORIZATION_TOKEN": canary,
            ]) { $1 }),
        Source(
            testDescription: "SSO token cache", variables: noKeys.merging(["AWS_CONFIG_FILE": "FOLDER/config", "HOME": "FOLDER"]) { $1 },
            files: [
                "config":
                    "[default]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = r",
                // SHA-1 of the start URL.
                ".aws/sso/cache/40169cea58ca6cbf23fb27b2542923fb5f524af0.json":
                    #"{"accessToken":"\#(canary)","expiresAt":"2099-01-01T00:00:00Z","region":"us-east-1","startUrl":"https://acme.awsapps.com/start"}"#,
            ]),
        Source(testDescription: "Genesys Cloud client", variables: ["GENESYSCLOUD_OAUTHCLIENT_SECRET": canary]),
        Source(testDescription: "Genesys Cloud client, a line break in it", variables: ["GENESYSCLOUD_OAUTHCLIENT_SECRET": "\(canary)\n"]),
        Source(testDescription: "Genesys Cloud token", variables: ["GENESYSCLOUD_ACCESS_TOKEN": canary]),
    ]

    @Test("whichever source they come from, whether they are taken or refused, at the most talkative level", arguments: sources)
    func canaries(_ source: Source) async throws {
        // Nobody's signature is verified: what matters is what is said.
        try await Reconcile.withClouds {
            $0.verifiesSignatures = false
        } _: { clouds in
            try await withFolder { folder in
                func placed(_ text: String) -> String { text.replacing("FOLDER", with: folder) }
                for (name, text) in source.files {
                    let file = URL(filePath: folder).appending(path: name)
                    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try placed(text).write(to: file, atomically: true, encoding: .utf8)
                }
                let reconcile = clouds.with(source.variables.mapValues { $0.map(placed) })
                let arguments = ["-f", "manifests/partner-bus", "--log-level", "trace"]
                let plan = try await reconcile.run(["plan", "--out", "\(folder)/p.json"] + arguments)
                let apply = try await reconcile.run(["apply", "--auto-approve"] + arguments)
                let saved = (try? String(contentsOfFile: "\(folder)/p.json", encoding: .utf8)) ?? ""

                #expect(!plan.messages.isEmpty && !apply.messages.isEmpty)
                for text in [plan.output, plan.messages, apply.output, apply.messages, saved] {
                    #expect(!text.contains(Self.canary), "\(text)")
                    #expect(!text.contains("Bearer ") && !text.contains("AWS4-HMAC-SHA256"))
                }
            }
        }
    }

    @Test("not at the most talkative level, not in a saved plan, where all goes well")
    func applied() async throws {
        try await Reconcile.withClouds { reconcile in
            let secrets = ["AWS_SECRET_ACCESS_KEY", "GENESYSCLOUD_OAUTHCLIENT_SECRET"].compactMap { reconcile.environment[$0] }
            try #require(secrets.count == 2)
            try await withFolder { folder in
                let plan = try await reconcile("plan", "-f", "manifests/partner-bus", "--out", "\(folder)/p.json", "--log-level", "trace")
                let apply = try await reconcile("apply", "\(folder)/p.json", "--log-level", "trace")
                let saved = try String(contentsOfFile: "\(folder)/p.json", encoding: .utf8)

                #expect(plan.code == 0 && apply.code == 0)
                #expect(apply.messages.contains("PutRule"))
                for text in [plan.output, plan.messages, apply.output, apply.messages, saved] {
                    #expect(secrets.allSatisfy { !text.contains($0) })
                    #expect(!text.contains("Bearer ") && !text.contains("AWS4-HMAC-SHA256"))
                }
            }
        }
    }
}
