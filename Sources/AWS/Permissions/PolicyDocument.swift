internal import Model

/// A policy as a service keeps it: whatever others have written into it stays as it is.
struct PolicyDocument: Hashable, Sendable {
    private var members: [String: Value]
    var statements: [Value]

    /// A policy without a statement (IAM User Guide, "Version").
    static let empty = PolicyDocument(members: ["Version": "2012-10-17"], statements: [])

    /// Reads a policy's JSON; `nil` where it is none.
    init?(json: String) {
        guard let members = (try? Value(json: json))?.map, let statement = members["Statement"] else { return nil }
        self.init(members: members, statements: statement.list ?? [statement])
    }

    private init(members: [String: Value], statements: [Value]) {
        self.members = members
        self.statements = statements
    }

    var json: String { Value.map(members.merging(["Statement": .list(statements)]) { $1 }).json }

    /// The statements that have a Sid, for a holder whose own policy it is.
    func statements(of holder: PolicyHolder) -> [PolicyStatement] { statements.compactMap { PolicyStatement($0, of: holder) } }

    /// Puts a statement into the place of the one with its Sid, or to the end.
    mutating func put(_ statement: Value) {
        guard let index = statements.firstIndex(where: { $0["Sid"] != nil && $0["Sid"] == statement["Sid"] }) else {
            statements.append(statement)
            return
        }
        statements[index] = statement
    }

    mutating func remove(_ sid: String) { statements.removeAll { $0["Sid"]?.string == sid } }
}
