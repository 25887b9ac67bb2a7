import EventPatterns
import Foundation
import Model
import Routing
import Subprocess
import SystemPackage
import TestSupport
import Testing

/// `RECONCILE_GENESYS_SDK` names a Python that has the vendor's SDK, `purecloudplatformclientv2`.
private let python = ProcessInfo.processInfo.environment["RECONCILE_GENESYS_SDK"].flatMap { $0.isEmpty ? nil : $0 }
private let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

@Suite("The topic catalogue")
struct CatalogTests {
    @Test("is what the vendor's SDK says", .enabled(if: python != nil))
    func isFresh() async throws {
        let made = try await Program.run(
            .path(FilePath(try #require(python))), [project.appending(path: ".ci/topic-catalog").path],
            environment: ["HOME": FileManager.default.temporaryDirectory.path, "PYTHONWARNINGS": "ignore"])
        #expect(made.code == 0, "\(made.messages)")
        let data = project.appending(path: "Sources/Routing/Catalog/TopicCatalogData.swift")
        #expect(try made.output == String(contentsOf: data, encoding: .utf8), "run `make catalog`")
    }

    @Test("knows which topics tell the queue")
    func queues() throws {
        let catalog = TopicCatalog.of(.public)
        let telling = Set(catalog.topics.filter(\.hasQueue).map(\.shortName))
        #expect(telling.isSuperset(of: ["acd.start", "acd.end", "acw", "user.start", "user.end", "wrapup"]))
        #expect(telling.isDisjoint(with: ["customer.end", "flow.end", "attributes"]))
        #expect(TopicCatalog.of(.platform).topics.map(\.id) == ["conversation.end"])
    }

    @Test("knows fields by their path in the event, lists without their elements")
    func fields() throws {
        let outcome = try #require(TopicCatalog.of(.public).topic(named: "flow.outcome"))
        #expect(outcome.field(at: "detail.eventBody.flowMilestones.milestoneId")?.type == .string)
        #expect(outcome.field(at: "detail.queueId") == nil)
        let attributes = try #require(TopicCatalog.of(.public).topic(named: "attributes"))
        #expect(attributes.field(at: "detail.eventBody.attributes.priority")?.type == .any)
        let end = try #require(TopicCatalog.of(.public).topic(named: "v2.detail.events.conversation.{id}.acd.end"))
        #expect(end.field(at: "detail.eventBody.direction")?.values == ["INBOUND", "OUTBOUND", "UNKNOWN"])
        #expect(end.field(at: "detail.eventBody.queueId")?.type == .uuid)
    }
}
