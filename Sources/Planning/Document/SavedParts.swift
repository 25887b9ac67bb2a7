internal import Model

extension Stack {
    init(document: Value) throws(Incomplete) {
        let markText = try document.member("mark").text()
        guard let mark = StackMark(markText) else { throw Incomplete(description: "\"\(markText)\" is no stack's mark") }
        let genesys = try document.member("genesys")
        let aws = try document.member("aws")
        self.init(
            mark: mark,
            genesys: Genesys(
                region: try genesys.member("region").text(), organizationID: genesys["organization_id"]?.string,
                api: try genesys.member("api").one(of: GenesysAPI.self)),
            aws: AWS(region: try aws.member("region").text(), accountID: try aws.member("account_id").text()),
            maxDeletes: DeletionLimit(document: document["max_deletes"]),
            place: try document["manifest"].mapOptional(SourceLocation.init(document:)))
    }
}

extension Stack.DeletionLimit {
    fileprivate init?(document: Value?) {
        if let count = document?.integer {
            self = .count(count)
        } else if let text = document?.string, text.hasSuffix("%"), let percentage = Int(text.dropLast()) {
            self = .percentage(percentage)
        } else {
            return nil
        }
    }
}

extension Lifecycle {
    init(document: Value) throws(Incomplete) {
        self.init(
            manage: try document.member("manage").one(of: Manage.self),
            ensure: try document["ensure"].mapOptional { value throws(Incomplete) in try value.one(of: Ensure.self) } ?? .present,
            listPolicy: document["shared"]?.bool == true ? .shared : .exclusive,
            adopt: document["adopt"]?.bool == true, protect: document["protect"]?.bool == true,
            previousNames: Set(document["previous_names"]?.strings ?? []),
            ignoreChanges: Set((document["ignore_changes"]?.list ?? []).compactMap(\.strings)),
            forceDelete: document["force_delete"]?.bool == true)
    }
}

extension Selection {
    init(document: Value) throws(Incomplete) {
        self.init(
            only: try document.member("only").items().map(Self.pattern), excluded: try document.member("exclude").items().map(Self.pattern))
    }

    private static func pattern(_ document: Value) throws(Incomplete) -> AddressPattern {
        let text = try document.text()
        guard let pattern = AddressPattern(text) else { throw Incomplete(description: "\"\(text)\" is no pattern of addresses") }
        return pattern
    }
}

extension LiveObject {
    init(document: Value, _ identity: LiveIdentity) throws(Incomplete) {
        self.init(
            identity: identity, id: try document.member("id").text(), attributes: try document.member("attributes").members(),
            outputs: try document.member("outputs").members(),
            ownership: try Ownership(document: try document.member("ownership"), identity.kind.system),
            occupants: document["occupants"]?.strings ?? [])
    }
}

extension Ownership {
    fileprivate init(document: Value, _ system: System) throws(Incomplete) {
        let whose = try document.member("whose").text()
        switch whose {
        case "ours": self = .ours(resource: try document.member("resource").text())
        case "another":
            guard let mark = StackMark(try document.member("stack").text()) else { throw Incomplete(description: "a mark is malformed") }
            self = .another(mark)
        case "unmarked": self = .unmarked
        case "shared": self = .shared
        case "service": self = .service(try document.member("service").text())
        case "unreadable":
            self = .unreadable(ServiceError(.forbidden, system: system, operation: "plan", summary: "its mark could not be read"))
        default: throw Incomplete(description: "\"\(whose)\" is no ownership")
        }
    }
}

extension SourceLocation {
    init(document: Value) throws(Incomplete) {
        self.init(
            file: try document.member("file").text(), line: try document.member("line").whole(),
            column: try document.member("column").whole())
    }
}

extension Diagnostic {
    init(document: Value) throws(Incomplete) {
        self.init(
            try document.member("severity").one(of: Severity.self), code: try document.member("code").text(),
            try document.member("summary").text(), detail: document["detail"]?.string,
            place: try document["manifest"].mapOptional(SourceLocation.init(document:)), excerpt: document["excerpt"]?.string,
            address: document["address"]?.string.flatMap { Address($0) }, fix: document["fix"]?.string)
    }
}
