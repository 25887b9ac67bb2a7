import FoundationEssentials
import Glibc
import YAML

/// `YAMLBenchmark FILE RUNS` prints how many megabytes of the file become a tree in a second of the processor, the median of the runs.
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
        let times = (0..<runs).map { _ in
            let start = clock()
            let stream = YAMLStream(bytes)
            precondition(stream.errors.isEmpty && !stream.documents.isEmpty, "the file can't be read")
            return Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }
        print(Double(bytes.count) / 1e6 / times.sorted()[runs / 2])
    }
}
