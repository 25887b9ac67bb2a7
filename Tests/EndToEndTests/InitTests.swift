import Foundation
import Subprocess
import TestSupport
import Testing

@Suite("init writes a repository that works as it stands")
struct InitTests {
    private let program = Program.built("reconcile")

    private func initialize(_ folder: String, remote: String? = nil, named name: String = "origin") async throws -> Run {
        if let remote {
            for arguments in [["init", "--quiet", folder], ["-C", folder, "remote", "add", name, remote]] {
                let git = try await Program.run(.name("git"), arguments)
                try #require(git.code == 0, "\(git.messages)")
            }
        }
        return try await Program.run(program, ["init", folder])
    }

    private func text(_ folder: String, _ path: String) throws -> String {
        try String(contentsOf: URL(filePath: folder).appending(path: path), encoding: .utf8)
    }

    @Test("its manifests are valid without a word, alone and with the overlay as a layer, and their tests pass")
    func valid() async throws {
        try await withFolder { folder in
            let run = try await initialize(folder, remote: "git@github.com:acme/telephony.git")
            #expect(run.code == 0 && run.messages == "", "\(run.messages)")
            try Golden("Init").expect(run.output, "init.txt")
            for arguments in [["validate", "-f", "manifests"], ["validate", "-f", "manifests", "-f", "overlays/staging"]] {
                let validated = try await Program.run(program, arguments, in: folder)
                #expect(validated.code == 0 && validated.messages == "", "\(validated.messages)")
            }
            let tested = try await Program.run(program, ["test", "-f", "manifests"], in: folder)
            #expect(tested.code == 0 && tested.output.contains("1 passed"), "\(tested.output)\(tested.messages)")
        }
    }

    @Test(
        "editors, GitHub and kustomize can read what it writes",
        .enabled(if: ProcessInfo.processInfo.environment["RECONCILE_TOOLS"] != nil, "RECONCILE_TOOLS names no folder"))
    func schemas() async throws {
        try await withFolder { folder in
            _ = try await initialize(folder)
            let checker = Program.tool("check-jsonschema")
            let workflow = try await Program.run(
                checker, ["--builtin-schema", "vendor.github-workflows", ".github/workflows/reconcile.yaml"], in: folder)
            #expect(workflow.code == 0, "\(workflow.output)")
            let manifests = ["stack", "integration", "queues", "rules", "tests"].map { "manifests/\($0).yaml" }
            let checked = try await Program.run(checker, ["--schemafile", "manifest.schema.json"] + manifests, in: folder)
            #expect(checked.code == 0, "\(checked.output)")
            for manifest in manifests {
                #expect(try text(folder, manifest).hasPrefix("# yaml-language-server: $schema=../manifest.schema.json\n"))
            }
            let listed = try text(folder, "manifests/kustomization.yaml").matches(of: #/^  - (.+)$/#.anchorsMatchLineEndings())
            #expect(listed.map { "manifests/\($0.1)" } == manifests)
        }
    }

    @Test("what kustomize makes of the overlay is valid too", .enabled(if: KustomizeTests.kubectl != nil, "there is no kubectl"))
    func overlay() async throws {
        try await withFolder { folder in
            _ = try await initialize(folder)
            let built = try await Program.run(.name("kubectl"), ["kustomize", "overlays/staging"], in: folder)
            #expect(built.code == 0 && built.output.contains("kind: PatternTest"), "\(built.messages)")
            let validated = try await Program.run(program, ["validate", "-f", "-"], input: built.output)
            #expect(validated.code == 0 && validated.messages == "", "\(validated.messages)")
        }
    }

    @Test("what exists stays as it is, manifests of one's own with nothing added to them")
    func neverOverwrites() async throws {
        let own = [".github/workflows/reconcile.yaml": "own", "manifest.schema.json": "own", "manifests/own.yaml": "own"]
        try await withFolder(own) { folder in
            let run = try await initialize(folder)
            #expect(run.code == 0, "\(run.messages)")
            for (path, content) in own {
                #expect(try text(folder, path) == content)
                #expect(run.output.contains("left   \(path == "manifests/own.yaml" ? "manifests/" : path), which exists"))
            }
            let manifests = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/manifests")
            #expect(manifests == ["own.yaml"])
            #expect(run.output.contains("wrote  overlays/staging/stack.yaml"))
        }
    }

    @Test("a second run changes nothing")
    func again() async throws {
        try await withFolder { folder in
            _ = try await initialize(folder)
            try "mine".write(toFile: "\(folder)/overlays/staging/stack.yaml", atomically: true, encoding: .utf8)
            let run = try await initialize(folder)
            #expect(run.code == 0 && !run.output.contains("wrote"))
            #expect(try text(folder, "overlays/staging/stack.yaml") == "mine")
        }
    }

    @Test("the owner is the remote's path, `origin` or the only one; its user and secret are never written")
    func owner() async throws {
        try await withFolder { folder in
            let remote = "https://jane:s3cret-t0ken@git.example.com/acme/voice/telephony.git"
            let run = try await initialize(folder, remote: remote, named: "upstream")
            #expect(run.output.contains("spec.owner is acme/voice/telephony, from the Git remote."))
            #expect(try text(folder, "manifests/stack.yaml").contains("  owner: acme/voice/telephony\n"))
            let stack = try text(folder, "manifests/stack.yaml")
            #expect(!run.output.contains("s3cret") && !stack.contains("s3cret"))
        }
    }

    @Test("without a remote it is the folder's name, and that is said")
    func guessedOwner() async throws {
        try await withFolder { parent in
            let folder = "\(parent)/voice of acme"
            let run = try await initialize(folder)
            #expect(run.code == 0 && run.output.contains("spec.owner is voice-of-acme, from the folder's name"), "\(run.output)")
            let validated = try await Program.run(program, ["validate", "-f", "manifests"], in: folder)
            #expect(validated.code == 0, "\(validated.messages)")
        }
    }

    @Test("a folder that can't be made is an error that names it")
    func unwritable() async throws {
        try await withFolder(["file": ""]) { folder in
            let run = try await Program.run(program, ["init", "\(folder)/file/repository"])
            #expect(run.code == 1 && run.messages.contains("\(folder)/file/repository"), "\(run.messages)")
        }
    }
}
