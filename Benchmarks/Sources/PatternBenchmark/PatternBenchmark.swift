import EventPatterns
import Glibc

/// Events a second through many rules compiled together, on one core: `make library-bench`.
@main
enum PatternBenchmark {
    static func main() throws {
        for operators in Operators.allCases {
            for count in [1, 300, 10_000] {
                let workload = Workload(rules: count, operators)
                let rules = CompiledRules(try workload.patterns.map { try EventPattern(json: $0) })
                let speed = try measure(rules, workload.events)
                print("\(operators.rawValue)\t\(count) rules\t\(Int(speed)) events/s")
            }
        }
    }

    /// The best of ten runs of 0.3 s of processor time: what else runs on the machine only slows one down.
    private static func measure(_ rules: CompiledRules, _ events: [[UInt8]]) throws -> Double {
        var best = 0.0
        var matches = 0
        for _ in 0..<10 {
            let start = processorTime
            var passed = 0
            repeat {
                for event in events { matches += try rules.matches(utf8: event).count }
                passed += events.count
            } while processorTime - start < 0.3
            best = max(best, Double(passed) / (processorTime - start))
        }
        guard matches > 0 else { throw NothingMatched() }
        return best
    }

    /// Of this process, in seconds.
    private static var processorTime: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

    struct NothingMatched: Error {}
}
