public import Model

/// A plan read back from its document, with what each change was planned from.
///
/// Its refusals are not: they are those of the run that saved it (`Planner.guarded`).
public struct SavedPlan: Hashable, Sendable {
    public var plan: Plan
    public var preconditions: [Address: Precondition]

    /// - Throws: `PlanDocumentError` where the text is no plan, is damaged, or is of a newer format.
    public init(_ bytes: [UInt8]) throws(PlanDocumentError) {
        let document: Value
        do throws(JSONError) { document = try Value(json: bytes) } catch { throw .unreadable(error.description) }
        guard let members = document.map, let version = document["format_version"]?.string else {
            throw .unreadable("it has no \"format_version\"")
        }
        guard version.prefix(while: { $0 != "." }) == PlanDocument.formatVersion.prefix(while: { $0 != "." }) else {
            throw .newerFormat(version)
        }
        guard document["fingerprint"]?.string == PlanDocument.fingerprint(members) else { throw .damaged }
        do throws(Incomplete) {
            let changes = try document.member("resource_changes").items().map(SavedChange.init)
            plan = Plan(
                stack: try Stack(document: try document.member("stack")), changes: changes.map(\.change),
                selection: try document["selection"].mapOptional(Selection.init(document:)) ?? Selection(),
                deferred: try (document["deferred_changes"]?.items() ?? []).map(DeferredChange.init(document:)),
                diagnostics: try (document["diagnostics"]?.items() ?? []).map(Diagnostic.init(document:)),
                impacts: changes.compactMap(\.impact), manifests: document["manifests"]?.string ?? "",
                declared: try document.member("declared").whole(),
                owned: try document.member("owned").whole())
            plan.base = document["base"]?.string
            preconditions = Dictionary(changes.map { ($0.change.address, $0.precondition) }, uniquingKeysWith: { first, _ in first })
        } catch {
            throw .unreadable(error.description)
        }
    }
}

extension SavedPlan {
    /// - Throws: `PlanDocumentError` where the plan was made from anything but this.
    public func verify(_ desired: DesiredState) throws(PlanDocumentError) {
        guard plan.stack.mark == desired.stack.mark else {
            throw .anotherStack(plan.stack.mark.description, named: desired.stack.mark.description)
        }
        guard plan.manifests == desired.fingerprint else { throw .otherManifests }
    }
}

/// A member that the document should have.
struct Incomplete: Error, CustomStringConvertible {
    var description: String
}

extension Value {
    func member(_ key: String) throws(Incomplete) -> Value {
        guard let value = self[key] else { throw Incomplete(description: "it has no \"\(key)\"") }
        return value
    }

    func items() throws(Incomplete) -> [Value] {
        guard let list else { throw Incomplete(description: "a list is missing") }
        return list
    }

    func text() throws(Incomplete) -> String {
        guard let string else { throw Incomplete(description: "a text is missing") }
        return string
    }

    func whole() throws(Incomplete) -> Int {
        guard let integer else { throw Incomplete(description: "a number is missing") }
        return integer
    }

    func members() throws(Incomplete) -> [String: Value] {
        guard let map else { throw Incomplete(description: "an object is missing") }
        return map
    }

    func one<Case: RawRepresentable<String>>(of type: Case.Type) throws(Incomplete) -> Case {
        guard let value = Case(rawValue: try text()) else { throw Incomplete(description: "\"\(try text())\" is none of \(type)") }
        return value
    }
}

extension Sequence where Element == Value {
    func map<Result>(_ transform: (Value) throws(Incomplete) -> Result) throws(Incomplete) -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try transform(element)) }
        return results
    }
}
