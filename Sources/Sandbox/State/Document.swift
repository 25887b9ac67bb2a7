import Model

/// A JSON tree within the state.
///
/// The state's file keeps whole numbers exactly and others as doubles, which is all that the clouds have.
struct Document: Codable, Sendable {
    var value: Value

    init(_ value: Value) { self.value = value }

    init(_ members: [String: Value]) { self.value = .map(members) }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            value = .null
        } else if let bool = try? container.decode(Bool.self) {
            value = .bool(bool)
        } else if let integer = try? container.decode(Int.self) {
            value = .number(Number(integer))
        } else if let double = try? container.decode(Double.self), let number = Number("\(double)") {
            value = .number(number)
        } else if let string = try? container.decode(String.self) {
            value = .string(string)
        } else if let items = try? container.decode([Document].self) {
            value = .list(items.map(\.value))
        } else {
            value = .map(try container.decode([String: Document].self).mapValues(\.value))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch value {
        case .null, .unknown: try container.encodeNil()
        case .bool(let bool): try container.encode(bool)
        case .number(let number):
            if let integer = number.integer { try container.encode(integer) } else { try container.encode(number.double) }
        case .string(let string): try container.encode(string)
        case .list(let items): try container.encode(items.map { Document($0) })
        case .map(let members): try container.encode(members.mapValues { Document($0) })
        }
    }

    subscript(key: String) -> Value? {
        get { value[key] }
        set {
            var members = value.map ?? [:]
            members[key] = newValue
            value = .map(members)
        }
    }
}
