import Foundation
import Subprocess
import TestSupport
import Testing

/// `Kustomize/build.yaml` is what kustomize 5.5 makes of `Kustomize/overlay`.
@Suite("What kustomize builds can be planned")
struct KustomizeTests {
    private static let folder = Reconcile.project.appending(path: "Tests/EndToEndTests/Kustomize")
    static let kubectl = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/kubectl" }
        .first(where: FileManager.default.isExecutableFile(atPath:))

    private func recorded() throws -> String { try String(contentsOf: Self.folder.appending(path: "build.yaml"), encoding: .utf8) }

    @Test("through a pipe: the example's plan with the overlay's changes")
    func plan() async throws {
        try await Reconcile.withClouds { reconcile in
            let build = try recorded()
            let overlaid = try await reconcile("plan", "-f", "-", "--output", "json", input: build)
            #expect(overlaid.code == 0, "\(overlaid.messages)")
            #expect(overlaid.output.contains("In production."))

            let applied = try await reconcile("apply", "-f", "manifests/partner-bus", "--auto-approve")
            let rest = try await reconcile("plan", "-f", "-", "--detailed-exitcode", input: build)
            #expect(applied.code == 0 && rest.code == 2, "\(applied.messages)\(rest.messages)")
            #expect(rest.output.contains("2 to update"), "\(rest.output)")
        }
    }

    @Test("the recorded build is what kustomize makes", .enabled(if: kubectl != nil, "there is no kubectl"))
    func build() async throws {
        let overlay = Self.folder.appending(path: "overlay").path
        let run = try await Program.run(.name("kubectl"), ["kustomize", overlay])
        let expected = try recorded()
        #expect(run.code == 0 && run.output == expected, "\(run.messages)")
    }
}
