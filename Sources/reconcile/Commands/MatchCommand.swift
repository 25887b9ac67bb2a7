import ArgumentParser
import EventPatterns
import Model
import Reporting

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Say whether an event pattern takes an event, as EventBridge would; offline.",
        discussion: """
            Example: reconcile match --pattern pattern.json --event event.json
            Example: reconcile match --cases cases.jsonl

            A file of cases holds a line {"name": …, "pattern": …, "event": …} for each, the two JSON values or JSON in a string; each is answered by a \
            line {"name": …, "result": "match", "no-match" or "invalid", "message": …}.

            Exit codes, as grep has them: 0 the event is taken, 1 it isn't, 2 something can't be read. With --cases: 0 every line is a case, 2 one \
            is not; it is answered with "invalid".
            """)

    @Option(help: ArgumentHelp("An event pattern as JSON, or - for standard input.", valueName: "file"), completion: .file())
    var pattern: String?

    @Option(help: ArgumentHelp("An event as JSON, or - for standard input.", valueName: "file"), completion: .file())
    var event: String?

    @Option(help: ArgumentHelp("Patterns and events, a pair a line, or - for standard input.", valueName: "file"), completion: .file())
    var cases: String?

    @OptionGroup var presentation: PresentationOptions

    func validate() throws {
        switch (pattern, event, cases) {
        case ("-", "-", nil): throw ValidationError("Only one of --pattern and --event can come from standard input.")
        case (_?, _?, nil), (nil, nil, _?): return
        default: throw ValidationError("Name both --pattern and --event, or --cases alone.")
        }
    }

    func run() throws {
        if let pattern, let event { try match(pattern, event) }
        if let cases { try answer(cases) }
    }

    private func match(_ patternFile: String, _ eventFile: String) throws(ExitCode) {
        var faults: [Diagnostic] = []
        let pattern = try presentation.readOrExit(patternFile)
        let event = try presentation.readOrExit(eventFile)
        var refusals: [Refusal] = []
        do throws(EventPattern.Invalid) {
            let pattern = try EventPattern(utf8: pattern)
            refusals = (try? Event(utf8: event)).map(pattern.refusals) ?? []
        } catch {
            faults.append(.init("invalid-pattern", error.message, in: patternFile, pattern, at: error.position))
        }
        do throws(Event.Invalid) { _ = try Event(utf8: event) } catch {
            faults.append(.init("invalid-event", "Event is not valid. Reason: \(error.reason)", in: eventFile, event, at: error.position))
        }
        guard faults.isEmpty else { throw presentation.trouble(faults) }
        Console.output(MatchView(refusals, style: presentation.output).text)
        if !refusals.isEmpty { throw ExitStatus.noMatch }
    }

    private func answer(_ file: String) throws(ExitCode) {
        var faults: [Diagnostic] = []
        let bytes = try presentation.readOrExit(file).withoutByteOrderMark
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
            do throws(PatternCase.Invalid) {
                Console.output(try PatternCase(utf8: Array(line)).answer + "\n")
            } catch {
                Console.output(error.answer + "\n")
                var fault = Diagnostic("invalid-case", error.reason, in: file, Array(line), at: error.position)
                fault.place?.line = index + 1
                faults.append(fault)
            }
        }
        if !faults.isEmpty { throw presentation.trouble(faults) }
    }
}

extension PresentationOptions {
    fileprivate func readOrExit(_ path: String) throws(ExitCode) -> [UInt8] {
        do throws(PrivateFile.Failure) { return try PrivateFile.read(path == "-" ? "/dev/stdin" : path) } catch {
            throw trouble([Diagnostic(.error, code: "file", error.description)])
        }
    }

    fileprivate func trouble(_ faults: [Diagnostic]) -> ExitCode {
        _ = exit(with: faults)
        return ExitStatus.unreadable
    }
}

extension Diagnostic {
    fileprivate init(_ code: String, _ summary: String, in file: String, _ bytes: [UInt8], at position: SourcePosition) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.dropFirst(position.line - 1).first.map { String(decoding: $0, as: UTF8.self) }
        let place = SourceLocation(file: file == "-" ? "<stdin>" : file, line: position.line, column: position.column)
        self.init(.error, code: code, summary, place: place, excerpt: line)
    }
}

extension [UInt8] {
    fileprivate var withoutByteOrderMark: ArraySlice<UInt8> { starts(with: [0xEF, 0xBB, 0xBF]) ? self[3...] : self[...] }
}
