import Model

/// The XML of query services.
enum XML {
    static func namespace(_ service: AWSService) -> String {
        switch service {
        case .iam: "https://iam.amazonaws.com/doc/2010-05-08/"
        case .sns: "http://sns.amazonaws.com/doc/2010-03-31/"
        default: "https://sts.amazonaws.com/doc/2011-06-15/"
        }
    }

    static func response(_ text: String, status: Int, requestID: String) -> WireResponse {
        WireResponse(status: status, contentType: "text/xml", headers: [("x-amzn-RequestId", requestID)], text: text + "\n")
    }

    static func metadata(_ requestID: String) -> String {
        "<ResponseMetadata><RequestId>\(escaped(requestID))</RequestId></ResponseMetadata>"
    }

    /// A map's members as elements, an element within another, the items of a list beside each other.
    static func elements(_ value: Value) -> String {
        guard let members = value.map else { return escaped(value.string ?? value.json) }
        return members.sorted { $0.key < $1.key }.flatMap { name, value in
            (value.list ?? [value]).map { "<\(name)>\(elements($0))</\(name)>" }
        }.joined()
    }

    static func escaped(_ text: String) -> String {
        let entities: [Character: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]
        return text.map { entities[$0] ?? String($0) }.joined()
    }
}
