import Applying
import Model
import Planning
import Reporting
import TestSupport
import Testing

@Suite("Every format, of the same twelve reports")
struct ReportFormatTests {
    private let golden = Golden("../Golden/Reports")

    @Test("reads as its golden file says", arguments: ReportFormat.allCases, ReportCase.all)
    func reads(_ format: ReportFormat, _ example: ReportCase) throws {
        let text = example.printed(format)
        try golden.expect(example.isLong ? text.brief : text, "\(example.name).\(format.fileExtension)")
    }

    @Test("is the same every time", arguments: ReportFormat.allCases)
    func deterministic(_ format: ReportFormat) {
        let texts = Set((0..<10).map { _ in Report.plan(Plans.drift).printed(format) })
        #expect(texts.count == 1)
    }

    @Test("ends its last line, and begins none with what a terminal obeys", arguments: ReportFormat.allCases, ReportCase.all)
    func lines(_ format: ReportFormat, _ example: ReportCase) {
        let text = example.printed(format)
        #expect(text.isEmpty || text.hasSuffix("\n"))
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }

    @Test("says why there is no plan, where people or programs read findings", arguments: ReportFormat.allCases)
    func obstacles(_ format: ReportFormat) throws {
        try golden.expect(Report.obstacles(DiagnosticsViewTests.findings).printed(format), "obstacles.\(format.fileExtension)")
    }
}

extension String {
    /// A digest (FNV-1a, 64 bits), how long it is, and how it begins.
    fileprivate var brief: String {
        let digest = utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        let head = split(separator: "\n", omittingEmptySubsequences: false).prefix(40).joined(separator: "\n").prefix(4_000)
        return "digest \(Swift.String(digest, radix: 16))\nbytes \(utf8.count)\n\n\(head)\n"
    }
}
