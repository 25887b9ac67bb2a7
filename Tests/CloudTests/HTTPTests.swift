import Cloud
import Testing

@Suite struct HTTPTests {
    @Test func `a header is found whatever its case, the first of several`() {
        let response = HTTPResponse(status: 200, headers: [HTTPHeader("X-Request-ID", "1"), HTTPHeader("x-request-id", "2")])
        #expect(response.header("x-Request-Id") == "1")
        #expect(response.header("x-request") == nil)
    }

    @Test func `an excerpt is text, whatever the body, and not too long`() {
        #expect(HTTPResponse(status: 500, body: [0x61, 0xFF, 0x62]).excerpt == "a\u{FFFD}b")
        #expect(HTTPResponse(status: 500, body: Array(repeating: 0x61, count: 5_000)).excerpt.count == 1_000)
    }

    @Test("a status is a success from 200 to 299", arguments: [(199, false), (200, true), (299, true), (300, false), (404, false)])
    func success(status: Int, isSuccess: Bool) {
        #expect(HTTPResponse(status: status).isSuccess == isSuccess)
    }

    @Test func `a variable that is empty is not set`() {
        let runtime = TestWorld().runtime(environment: ["SET": "x", "EMPTY": ""])
        #expect(runtime.variable("SET") == "x")
        #expect(runtime.variable("EMPTY") == nil)
        #expect(runtime.variable("MISSING") == nil)
    }
}
