import Dispatch
import FoundationEssentials
import Synchronization

extension Array where Element: Sendable {
    /// What is made of the parts of an array, a part on each core, side by side; in the order of the parts.
    ///
    /// - Parameter fewest: the elements that are worth the start of a thread: no part has fewer, unless it is the only one.
    public func inParts<Result: Sendable>(ofAtLeast fewest: Int, _ make: @Sendable (ArraySlice<Element>) -> Result) -> [Result] {
        let parts = Swift.min(ProcessInfo.processInfo.activeProcessorCount, count / fewest)
        guard parts > 1 else { return [make(self[...])] }
        let results = Mutex([Result?](repeating: nil, count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let result = make(self[(part * count / parts)..<((part + 1) * count / parts)])
            results.withLock { $0[part] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
