internal import Model

/// The steps of an execution, handed out as soon as all that they depend on has ended.
struct StepQueue {
    private var steps: [Step]
    /// How many changes a step still waits for, by the step's index.
    private var open: [Int]
    /// The steps that wait for a change.
    private var waiting: [Address: [Int]] = [:]
    private var ready: [Int] = []

    /// - Parameter ended: the changes that nothing needs to wait for any more.
    init(_ steps: [Step], ended: (Address) -> Bool) {
        self.steps = steps
        open = []
        for (index, step) in steps.enumerated() {
            let awaited = step.dependencies.filter { !ended($0) }
            open.append(awaited.count)
            for address in awaited { waiting[address, default: []].append(index) }
            if awaited.isEmpty { ready.append(index) }
        }
    }

    /// The steps that may begin now, in the plan's order, each once.
    mutating func next() -> [Step] {
        defer { ready = [] }
        return ready.sorted().map { steps[$0] }
    }

    mutating func end(_ changes: some Sequence<Address>) {
        for change in changes {
            for index in waiting.removeValue(forKey: change) ?? [] {
                open[index] -= 1
                if open[index] == 0 { ready.append(index) }
            }
        }
    }
}
