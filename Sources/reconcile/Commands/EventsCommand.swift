import ArgumentParser
import Foundation
import Model
import Reporting
import Routing

struct EventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Prepare recorded events.",
        discussion: """
            Example: reconcile events scrub recordings --out scrubbed
            """,
        subcommands: [Scrub.self])

    struct Scrub: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "scrub",
            abstract: "Take numbers, names, addresses and what people wrote out of recorded events.",
            discussion: """
                Example: reconcile events scrub recordings --out scrubbed

                Ids stay, so that the events meet the same rules; what is equal in several events stays equal. Look through the result before you share it: \
                free text in fields that nobody thought of can't be known.
                """)

        @Argument(help: ArgumentHelp("A file or a folder of .json, .jsonl or .ndjson.", valueName: "path"), completion: .file())
        var path: String

        @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"), completion: .directory)
        var out: String

        @OptionGroup var presentation: PresentationOptions

        func run() throws {
            var scrubber = Scrubber()
            var count = 0
            for file in try RecordedEvents(path, presentation).files {
                let isLines = !file.name.hasSuffix(".json")
                var text = ""
                for recording in try recordings(file.name, file.bytes) {
                    guard let event = try? Value(json: recording.json) else { continue }
                    let scrubbed = scrubber.scrub(event)
                    text += (isLines ? scrubbed.json : scrubbed.prettyJSON) + "\n"
                    count += 1
                }
                try write(text, to: "\(out)/\(file.name)")
            }
            Console.message("\(count) events written to \(out).\n")
        }

        private func recordings(_ name: String, _ bytes: [UInt8]) throws(ExitCode) -> [Recording] {
            do throws(Recording.Unreadable) { return try Recording.recordings(in: name, bytes) } catch {
                throw presentation.exit(
                    with: Diagnostic(.error, code: "invalid-event", "the recording is no event: \(error.reason)", place: error.place))
            }
        }

        private func write(_ text: String, to file: String) throws {
            do {
                let folder = URL(filePath: file).deletingLastPathComponent()
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try PrivateFile.write(text, to: file)
            } catch {
                throw presentation.exit(with: Diagnostic(.error, code: "file", "\(error)"))
            }
        }
    }
}
