extension Comparison {
    /// As a pattern has it.
    var json: JSONText {
        var text = JSONText()
        write(to: &text)
        return text
    }

    func write(to text: inout JSONText) {
        switch self {
        case .equals(.string(let value)) where IPAddress(value) != nil: text.operation("exactly") { $0.append(value) }
        case .equals(let value): text.append(value)
        case .address(let address): text.append(UTF8String(address.description))
        case .prefix(let prefix): text.operation("prefix") { $0.append(prefix) }
        case .suffix(let suffix): text.operation("suffix") { $0.append(suffix) }
        case .prefixIgnoringCase(let prefix): text.operation("prefix") { $0.operation("equals-ignore-case") { $0.append(prefix.text) } }
        case .suffixIgnoringCase(let suffix): text.operation("suffix") { $0.operation("equals-ignore-case") { $0.append(suffix.text) } }
        case .equalsIgnoringCase(let value): text.operation("equals-ignore-case") { $0.append(value.text) }
        case .wildcard(let wildcard): text.operation("wildcard") { $0.append(wildcard.text) }
        case .numeric(let range): text.operation("numeric") { range.write(to: &$0) }
        case .cidr(let block): text.operation("cidr") { $0.append(UTF8String(block.description)) }
        case .exists(let exists): text.operation("exists") { $0.append(.bool(exists)) }
        case .anythingBut(let exclusion): text.operation("anything-but") { exclusion.write(to: &$0) }
        }
    }
}

extension Exclusion {
    fileprivate func write(to text: inout JSONText) {
        switch self {
        case .strings(let texts): text.array(texts) { $0.append($1) }
        case .numbers(let numbers): text.array(numbers) { $0.append(.number($1)) }
        case .prefixes(let texts): text.operation("prefix") { $0.array(texts) { $0.append($1) } }
        case .suffixes(let texts): text.operation("suffix") { $0.array(texts) { $0.append($1) } }
        case .equalsIgnoringCase(let texts): text.operation("equals-ignore-case") { $0.array(texts) { $0.append($1.text) } }
        case .wildcards(let wildcards): text.operation("wildcard") { $0.array(wildcards) { $0.append($1.text) } }
        }
    }
}

extension NumericRange {
    fileprivate func write(to text: inout JSONText) {
        var terms: [JSONScalar] = []
        if let lower { terms += [.string(lower.isIncluded ? ">=" : ">"), .number(JSONNumber(lower.value))] }
        if let upper { terms += [.string(upper.isIncluded ? "<=" : "<"), .number(JSONNumber(upper.value))] }
        text.array(terms) { $0.append($1) }
    }
}

extension JSONText {
    fileprivate mutating func operation(_ name: UTF8String, _ operand: (inout JSONText) -> Void) {
        raw("{")
        append(name)
        raw(":")
        operand(&self)
        raw("}")
    }
}
