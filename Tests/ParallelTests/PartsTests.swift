import Parallel
import Testing

@Suite struct PartsTests {
    @Test("every element is in one part, in its order, and no part is too small for a thread", arguments: [0, 1, 9, 10, 19, 20, 1_003])
    func parts(_ count: Int) {
        let parts = Array(0..<count).inParts(ofAtLeast: 10) { Array($0) }
        #expect(parts.flatMap(\.self) == Array(0..<count))
        #expect(parts.count == 1 || parts.allSatisfy { $0.count >= 10 })
    }

    @Test func `few elements are one part`() {
        #expect(Array(0..<19).inParts(ofAtLeast: 10, \.count) == [19])
    }
}
