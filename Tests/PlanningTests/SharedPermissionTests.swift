import Model
import Planning
import Testing

@Suite("One statement for all rules of a bus")
struct SharedPermissionTests {
    private static let all = "arn:aws:events:us-east-1:123456789012:rule/*"

    private static func shared(_ function: String = Fixture.function, source: String = all) -> DesiredResource {
        let sid = StatementID.sid(
            Fixture.stack.mark, resource: function, action: "lambda:InvokeFunction", principal: "events.amazonaws.com", sourceARN: source)
        return DesiredResource(
            address: .permission(ofBus: "default", holder: function), identity: LiveIdentity(.permission, scope: function, name: sid),
            attributes: [
                "functionName": .string(function), "statementId": .string(sid), "action": "lambda:InvokeFunction",
                "principal": "events.amazonaws.com", "sourceArn": .string(source),
            ])
    }

    private static func target(arn: String = Fixture.function) -> DesiredResource {
        var target = Fixture.target(arn: arn)
        target.dependencies = [Address(.rule, "ended"), .permission(ofBus: "default", holder: arn)]
        return target
    }

    private let whole = Fixture.with(Fixture.queue(), Fixture.rule(), Self.shared(), Self.target())

    @Test("it takes the place of each rule's own, which goes when it is there")
    func widened() throws {
        let plan = Planner().plan(whole, Fixture.whole.live)
        let created = Self.shared().address
        let revoked = try #require(plan.mutations.first { $0.action == .delete })
        #expect(plan.mutations.map(\.address).sorted() == [created, revoked.address].sorted())
        #expect(revoked.identity == Fixture.permission().identity)
    }

    @Test("it goes when no rule needs it any more, after what replaces it")
    func narrowed() throws {
        let plan = Planner().plan(Fixture.whole, whole.live)
        #expect(plan.actions == ["Permission/ended/main": .create, Self.shared().address.description: .delete])
        #expect(plan[Self.shared().address.description]?.dependencies == [Address(.permission, "ended", part: "main")])
    }

    @Test("it goes before the last target by which a later run would find it")
    func pruned() throws {
        let plan = Planner().plan(Fixture.with(), whole.live)
        #expect(plan["Target/ended/main"]?.dependencies.contains(Self.shared().address) == true)
        #expect(plan[Self.shared().address.description]?.dependencies == [])
    }

    @Test("it goes from a function after all targets have left that")
    func moved() throws {
        let other = Fixture.function + "2"
        let desired = Fixture.with(Fixture.queue(), Fixture.rule(), Self.shared(other), Self.target(arn: other))
        let plan = Planner().plan(desired, whole.live)
        #expect(
            plan[Self.shared().address.description]?.dependencies
                == [Self.shared(other).address, Address(.target, "ended", part: "main")])
    }

    @Test("another stack's stays, and one of a partner bus is told by the bus", arguments: [Ownership.unmarked, .ours(resource: "")])
    func others(ownership: Ownership) {
        let source = "arn:aws:events:us-east-1:123456789012:rule/aws.partner/genesys.com/cloud/org/prod/*"
        let foreign = Self.shared(source: source).live(ownership: ownership)
        let plan = Planner().plan(Fixture.whole, Fixture.whole.live(adding: [foreign]))
        let address = "Permission/bus:aws.partner:genesys.com:cloud:org:prod/\(Fixture.function)"
        #expect(plan.actions == (ownership == .unmarked ? [:] : [address: .delete]))
        #expect(Address(address)?.part == Fixture.function)
    }
}
