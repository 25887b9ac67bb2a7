import Model
import Planning
import Testing

@Suite("The origin of a change, where the manifests are held against those before")
struct OriginTests {
    private let rule = Address(.rule, "ended")

    private func change(_ action: Action, before: [String: Value]? = nil, after: [String: Value]? = nil, name: String = "ended") -> Change {
        Change(address: rule, identity: LiveIdentity(.rule, scope: "bus", name: name), action: action, before: before, after: after)
    }

    private func plan(_ changes: Change...) -> Plan {
        let stack = Stack(mark: StackMark(owner: "o", name: "n"), genesys: .init(region: "r"), aws: .init(region: "r", accountID: "1"))
        return Plan(stack: stack, changes: changes, declared: changes.count, owned: 0)
    }

    private func origin(of change: Change, formerly former: Change?) -> Origin? {
        plan(change).compared(with: former.map { plan($0) }, named: "main").changes.first?.origin
    }

    @Test("is the manifests' change where nothing was to be done before")
    func thisChange() {
        let update = change(.update, before: ["state": "ENABLED"], after: ["state": "DISABLED"])
        #expect(origin(of: update, formerly: change(.noOp, before: ["state": "ENABLED"], after: ["state": "ENABLED"])) == .thisChange)
        #expect(origin(of: update, formerly: nil) == .thisChange)
        #expect(plan(update).compared(with: nil, named: "main").base == "main")
    }

    @Test("is a drift where the same was to be done before")
    func earlierDrift() {
        let update = change(.update, before: ["state": "DISABLED"], after: ["state": "ENABLED"])
        #expect(origin(of: update, formerly: update) == .earlierDrift)
        let deletion = change(.delete, before: ["state": "ENABLED"])
        #expect(origin(of: deletion, formerly: deletion) == .earlierDrift)
    }

    @Test("is both where something else was to be done before")
    func both() {
        let update = change(.update, before: ["state": "DISABLED"], after: ["state": "ENABLED", "description": "new"])
        let former = change(.update, before: ["state": "DISABLED"], after: ["state": "ENABLED"])
        #expect(origin(of: update, formerly: former) == .both)
        #expect(origin(of: change(.delete, before: ["state": "DISABLED"]), formerly: former) == .both)
    }

    @Test("is of the live object: another under the same address has its own")
    func identity() {
        let former = change(.create, after: ["state": "ENABLED"], name: "former")
        #expect(origin(of: change(.create, after: ["state": "ENABLED"]), formerly: former) == .thisChange)
    }

    @Test("what changes nothing has none, and a plan that nobody held against anything tells of none")
    func none() {
        let unchanged = change(.noOp, before: [:], after: [:])
        #expect(origin(of: unchanged, formerly: unchanged) == nil)
        #expect(plan(change(.delete, before: [:])).changes.first?.origin == nil)
    }

    @Test("a saved plan keeps it")
    func saved() throws {
        let compared = plan(change(.update, before: ["state": "DISABLED"], after: ["state": "ENABLED"])).compared(with: nil, named: "main")
        let read = try SavedPlan(Array(PlanDocument.text(compared).utf8)).plan
        #expect(read.base == "main" && read.changes.map(\.origin) == [.thisChange])
    }
}
