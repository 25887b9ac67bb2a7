import Foundation
import Subprocess
import SystemPackage
import TestSupport
import Testing

@Suite("What make install puts in place beside the program")
struct InstallTests {
    private func withInstallation(_ body: (String) async throws -> Void) async throws {
        try await withFolder { folder in
            let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(
                path: "reconcile")
            let run = try await Program.run(
                .path(.init(Reconcile.project.appending(path: ".ci/install").path)), [program.path, "\(folder)/usr"])
            #expect(run.code == 0, "\(run.messages)")
            try await body("\(folder)/usr")
        }
    }

    @Test("reads as the snapshots say: completions for bash, zsh and fish, and the manual page")
    func snapshots() async throws {
        try await withInstallation { prefix in
            for (path, name) in [
                ("bash-completion/completions/reconcile", "reconcile.bash"), ("zsh/site-functions/_reconcile", "reconcile.zsh"),
                ("fish/vendor_completions.d/reconcile.fish", "reconcile.fish"), ("man/man1/reconcile.1", "reconcile.1"),
            ] {
                let text = try String(contentsOfFile: "\(prefix)/share/\(path)", encoding: .utf8)
                try Golden("Install").expect(text, name)
            }
            let version = try await Program.run(.path(.init("\(prefix)/bin/reconcile")), ["--version"])
            #expect(version.code == 0)
        }
    }

    @Test("bash completes commands, options and their values")
    func bash() async throws {
        try await withInstallation { prefix in
            for (line, expected) in [
                ("reconcile pl", "plan"), ("reconcile plan --detailed", "--detailed-exitcode"),
                ("reconcile plan --output mark", "markdown"),
            ] {
                let words = line.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
                let script = """
                    shopt -s extglob
                    source '\(prefix)/share/bash-completion/completions/reconcile'
                    COMP_WORDS=(\(words)) COMP_CWORD=\(line.split(separator: " ").count - 1) COMP_LINE='\(line)' COMP_POINT=\(line.count)
                    _reconcile reconcile "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                    echo "${COMPREPLY[@]}"
                    """
                let run = try await Program.run(.name("bash"), ["-c", script])
                #expect(
                    run.output.split(whereSeparator: \.isWhitespace).contains { $0 == expected }, "\(line): \(run.output)\(run.messages)")
            }
        }
    }

    @Test("the manual page is one that man takes without a warning, and names every command")
    func manual() async throws {
        try await withInstallation { prefix in
            let page = "\(prefix)/share/man/man1/reconcile.1"
            let run = try await Program.run(.name("groff"), ["-man", "-Tutf8", "-ww", page])
            #expect(run.code == 0 && run.messages == "", "\(run.messages)")
            let help = try await Program.run(Program.built("reconcile"), ["--help"])
            let commands = help.output.matches(of: #/^  ([a-z][a-z-]*) {2,}\S/#.anchorsMatchLineEndings()).map { $0.1 }
            let text = try String(contentsOfFile: page, encoding: .utf8)
            #expect(!commands.isEmpty && commands.allSatisfy { text.contains(".SS reconcile \($0)\n") })
        }
    }
}
