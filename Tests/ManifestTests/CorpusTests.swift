import Foundation
import Testing

/// What the fuzzer found worth keeping (`make fuzz`): inputs that led the loader to places where no other led it, and those that it once answered wrongly.
@Suite struct CorpusTests {
    static let folder = GoldenFile.folder("../Fuzzing/corpus/loader").standardized

    @Test("the loader answers every input of the corpus, and rightly", arguments: GoldenFile.contents(of: folder).map(\.lastPathComponent))
    func answered(_ name: String) throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name)))
        #expect(LoaderInput(bytes).fault == nil)
    }

    @Test func `there is a corpus`() { #expect(GoldenFile.contents(of: Self.folder).count >= 50) }
}
