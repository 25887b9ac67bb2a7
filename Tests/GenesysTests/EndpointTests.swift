import Genesys
import Testing

struct EndpointTests {
    @Test("Each operation stands in the table once")
    func unique() {
        let names = Endpoint.allCases.map { "\($0.method) \($0.path)" }
        #expect(Set(names).count == names.count)
    }

    @Test("What changes something is marked so, and needs more than a permission to view")
    func permissions() {
        for endpoint in Endpoint.allCases {
            #expect(endpoint.isMutating == (endpoint.method != "GET" && endpoint != .logIn))
            guard let permission = endpoint.permission else { continue }
            #expect(permission.hasSuffix(":view") == !endpoint.isMutating, "\(endpoint)")
        }
    }
}
