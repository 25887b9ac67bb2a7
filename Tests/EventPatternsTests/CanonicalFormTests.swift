import EventPatterns
import Testing

@Suite struct CanonicalFormTests {
    @Test(
        "A pattern has one canonical text",
        arguments: [
            (#"{"b": ["y", "x", "y"], "a": [2, 1.0, 1e0]}"#, #"{"a":[1,2],"b":["x","y"]}"#),
            (#"{"a.b": ["x"], "a": {"c": ["y"]}}"#, #"{"a":{"b":["x"],"c":["y"]}}"#),
            (#"{"a": ["x"], "a.b": ["y"]}"#, #"{"a":["x"],"a.b":["y"]}"#),
            (#"{"a": [{"exactly": "x"}, {"wildcard": "x"}]}"#, #"{"a":["x"]}"#),
            (#"{"a": [{"exactly": "10.0.0.1"}, "10.0.0.01"]}"#, #"{"a":["10.0.0.1",{"exactly":"10.0.0.1"}]}"#),
            (#"{"a": [{"wildcard": "x*"}, {"wildcard": "*x"}]}"#, #"{"a":[{"prefix":"x"},{"suffix":"x"}]}"#),
            (#"{"a": [{"numeric": ["=", 5.0]}]}"#, #"{"a":[5]}"#),
            (#"{"a": [{"numeric": [">", 1.50, "<=", 5e0]}]}"#, #"{"a":[{"numeric":[">",1.5,"<=",5]}]}"#),
            (#"{"a": [{"cidr": "10.9.9.9/8"}]}"#, #"{"a":[{"cidr":"10.0.0.0/8"}]}"#),
            (#"{"a": [{"equals-ignore-case": "AbC-1"}]}"#, #"{"a":[{"equals-ignore-case":"abc-1"}]}"#),
            (#"{"a": [{"anything-but": "x"}]}"#, #"{"a":[{"anything-but":["x"]}]}"#),
            (#"{"a": ["é\u0007\"\\"]}"#, #"{"a":["é\u0007\"\\"]}"#),
            (#"{"s": ["x"], "$or": [{"b": [1]}, {"a": [1]}]}"#, #"{"$or":[{"a":[1]},{"b":[1]}],"s":["x"]}"#),
            (#"{"$or": [{"a": [1]}, {"a": [1.0]}]}"#, #"{"a":[1]}"#),
            (#"{"a": [1], "$or": [{"a": [2]}, {"b": [3]}]}"#, #"{"$or":[{"a":[1],"b":[3]},{"a":[2]}]}"#),
            (#"{"$or": {"a": ["x"]}}"#, #"{"$or.a":["x"]}"#),
            (#"{"$or": [{"a.prefix": ["x"]}, {"b": ["y"]}]}"#, #"{"$or":[{"a.prefix":["x"]},{"b":["y"]}]}"#),
        ])
    func canonical(_ source: String, _ canonical: String) throws {
        let pattern = try EventPattern(json: source)
        #expect(pattern.json == canonical)
        #expect(try EventPattern(json: canonical) == pattern)
    }

    @Test("A path of more steps than can be nested keeps its dots", arguments: [2, 256, 257, 600])
    func deep(steps: Int) throws {
        let path = Array(repeating: "a", count: steps).joined(separator: ".")
        let pattern = try EventPattern(json: #"{"\#(path)": ["x"]}"#)
        #expect(try EventPattern(json: pattern.json) == pattern)
    }

    @Test("What doesn't mean the same isn't equal")
    func different() throws {
        #expect(try EventPattern(json: #"{"a": ["1"]}"#) != EventPattern(json: #"{"a": [1]}"#))
        #expect(try EventPattern(json: #"{"a": ["é"]}"#) != EventPattern(json: #"{"a": ["e\u0301"]}"#))
        #expect(try EventPattern(json: #"{"a": [{"exactly": "::1"}]}"#) != EventPattern(json: #"{"a": ["::1"]}"#))
    }
}
