import FoundationEssentials
import YAML

/// `YAMLBenchmark FILE RUNS` prints how many megabytes a second of the file become a tree, the median of the runs.
@main
enum YAMLBenchmark {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let runs = Int(arguments[2]), runs > 0,
            let bytes = FileManager.default.contents(atPath: arguments[1]).map(Array.init)
        else {
            print("usage: YAMLBenchmark FILE RUNS")
            return
        }
        let clock = ContinuousClock()
        let times = (0..<runs).map { _ in
            clock.measure {
                let stream = YAMLStream(bytes)
                precondition(stream.errors.isEmpty && !stream.documents.isEmpty, "the file can't be read")
            }
        }
        print(Double(bytes.count) / 1e6 / (times.sorted()[runs / 2] / .seconds(1)))
    }
}
