import Model
import Testing

@Suite("Values and their unknowns")
struct ValueTests {
    private let reference = Reference(Address(.queue, "support"), "id")

    @Test("an unknown is filled in where it stands, whatever surrounds it")
    func resolves() {
        let tree: Value = [
            "ids": .list([.unknown(Unknown(reference)), "other"]),
            "text": .unknown(Unknown([.literal("queue "), .reference(reference), .literal("!")])),
        ]
        #expect(tree.unknowns.count == 2)
        #expect(tree.resolved { _ in nil } == tree)
        #expect(tree.resolved { $0 == reference ? "42" : nil } == ["ids": ["42", "other"], "text": "queue 42!"])
    }

    @Test("an unknown of several references stays one until all are told")
    func partly() {
        let other = Reference(Address(.integration, "events"), "eventSource")
        let value = Value.unknown(Unknown([.reference(reference), .literal("-"), .reference(other)]))
        let partly = value.resolved { $0 == reference ? "42" : nil }

        #expect(partly == .unknown(Unknown([.literal("42"), .literal("-"), .reference(other)])))
        #expect(partly.resolved { $0 == other ? "source" : nil } == "42-source")
    }

    @Test(
        "addresses read back as they are written", arguments: ["Rule/a", "Target/a/b", "Rule/ended[support]", "Permission/a/reconcile-x-1"])
    func addresses(text: String) {
        #expect(Address(text)?.description == text)
    }

    @Test("what is no address is none", arguments: ["", "Rule", "Rule/", "rule/a", "Lambda/a", "Target/a/"])
    func noAddress(text: String) {
        #expect(Address(text) == nil)
    }

    @Test("a secret shows itself nowhere")
    func secret() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(describing: secret), String(reflecting: secret), "\([secret])", dumped] {
            #expect(!text.contains("hunter2"))
        }
        #expect(secret.reveal() == "hunter2")
    }
}

@Suite("Marks")
struct MarkTests {
    private let mark = StackMark(owner: "acme/telephony", name: "prod")

    @Test("a stack's mark reads back as it is written")
    func stackMark() {
        #expect(StackMark("acme/telephony/prod") == mark)
        #expect(StackMark("prod") == nil && StackMark("/prod") == nil && StackMark("acme/") == nil)
    }

    @Test("tags tell whose a rule is, in the letters that AWS takes", arguments: ["ended", "ended[support]"])
    func tags(resource: String) {
        let tags = OwnershipTag.tags(mark, resource: resource)
        #expect(tags.values.allSatisfy { $0.allSatisfy { $0.isLetter || $0.isNumber || "_.:/=+-@ ".contains($0) } })
        #expect(OwnershipTag.ownership(of: tags, for: mark) == .ours(resource: resource))
        #expect(OwnershipTag.ownership(of: tags, for: StackMark(owner: "acme/telephony", name: "test")) == .another(mark))
        #expect(OwnershipTag.ownership(of: ["team": "care"], for: mark) == .unmarked)
    }

    @Test("a Sid keeps to Lambda's alphabet and length, and changes with all that it allows")
    func statementID() {
        let sid = StatementID.sid(mark, resource: "f", action: "a", principal: "p", sourceARN: "s")
        let long = StatementID.sid(
            StackMark(owner: String(repeating: "ü/", count: 90), name: "x"), resource: "f", action: "a", principal: "p", sourceARN: "s")

        #expect(sid.hasPrefix("reconcile-acme-telephony-prod-"))
        for text in [sid, long] {
            #expect(text.count <= 100 && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        }
        #expect(sid != StatementID.sid(mark, resource: "f", action: "a", principal: "p", sourceARN: "t"))
        #expect(
            sid
                != StatementID.sid(
                    StackMark(owner: "acme", name: "telephony-prod"), resource: "f", action: "a", principal: "p", sourceARN: "s"))
    }

    @Test("a line in an integration's notes holds the mark and the topics, and people's lines stay")
    func notes() throws {
        let ours = IntegrationMark(stack: mark, resource: "events", topics: ["b", "a"])
        let theirs = IntegrationMark(stack: StackMark(owner: "o", name: "n"), resource: nil, topics: ["c"])
        let notes = ours.written(into: theirs.written(into: "Ask Ada before you change this."))

        #expect(notes.hasPrefix("Ask Ada before you change this.\n"))
        #expect(IntegrationMark.marks(in: notes) == [theirs, ours])
        let fewer = IntegrationMark(stack: mark, resource: "events", topics: ["a"])
        #expect(IntegrationMark.marks(in: fewer.written(into: notes)) == [theirs, fewer])
        #expect(ours.written(into: "") == ours.line)
    }
}
