import ArgumentParser
import Foundation
import Model
import Reporting
import Routing

/// A file or a folder of recorded events: `.json`, or one a line in `.jsonl` and `.ndjson`.
struct RecordedEvents {
    /// Their paths below the folder, or the file's own name.
    let files: [(name: String, bytes: [UInt8])]

    /// - Throws: `ExitCode` after it was said what can't be read.
    init(_ path: String, _ presentation: PresentationOptions) throws(ExitCode) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw presentation.exit(with: Diagnostic(.error, code: "file", "can't read \(path): there is no such file or folder"))
        }
        let extensions = ["json", "jsonl", "ndjson"]
        let names = ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [])
            .filter { name in extensions.contains { name.hasSuffix("." + $0) } }.sorted()
        var files: [(name: String, bytes: [UInt8])] = []
        for name in isFolder.boolValue ? names : [""] {
            let file = name.isEmpty ? path : "\(path)/\(name)"
            do throws(PrivateFile.Failure) {
                files.append((name.isEmpty ? String(path.split(separator: "/").last ?? "") : name, try PrivateFile.read(file)))
            } catch {
                throw presentation.exit(with: Diagnostic(.error, code: "file", error.description))
            }
        }
        self.files = files
    }

    /// - Throws: `ExitCode` after it was said which are no events.
    func recordings(_ presentation: PresentationOptions) throws(ExitCode) -> [Recording] {
        var recordings: [Recording] = []
        var faults: [Diagnostic] = []
        for (name, bytes) in files {
            do throws(Recording.Unreadable) { recordings += try Recording.recordings(in: name, bytes) } catch {
                faults.append(Diagnostic(.error, code: "invalid-event", "the recording is no event: \(error.reason)", place: error.place))
            }
        }
        guard faults.isEmpty else { throw presentation.exit(with: faults) }
        return recordings
    }
}
