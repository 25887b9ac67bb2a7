import Model

/// What is wrong with a suppression itself.
enum Suppressions {
    /// What `forEach` says for several rules is one annotation.
    static func findings(_ ignored: [IgnoredCheck], among found: [Diagnostic]) -> [Diagnostic] {
        let annotations = Dictionary(grouping: ignored) { [$0.check, $0.place?.description ?? ""] }
        let found = Dictionary(grouping: found, by: \.code)
        return annotations.values.compactMap { finding($0, among: found[$0[0].check] ?? []) }.sorted()
    }

    private static func finding(_ annotation: [IgnoredCheck], among found: [Diagnostic]) -> Diagnostic? {
        guard let ignored = annotation.first else { return nil }
        let ids = Checks.all.map { $0.id }
        if !ids.contains(ignored.check) {
            return Diagnostic(
                .error, code: "unknown-check", "there is no check `\(ignored.check)`",
                detail: "The checks are \(ids.sorted().map { "`\($0)`" }.joined(separator: ", ")).", place: ignored.place,
                address: ignored.address, fix: NearMiss.question(ignored.check, among: ids))
        }
        if ignored.reason.allSatisfy(\.isWhitespace) {
            return Diagnostic(
                .error, code: "suppression-without-reason", "`\(ignored.check)` is suppressed without a reason", place: ignored.place,
                address: ignored.address, fix: "Say why the finding is accepted.")
        }
        // Of an id that looks right only `plan` can tell, which asks Genesys Cloud.
        guard ignored.check != UnknownQueue.id else { return nil }
        guard !found.contains(where: { finding in annotation.contains { $0.covers(finding.code, finding.address) } }) else { return nil }
        return Diagnostic(
            .warning, code: "needless-suppression", "`\(ignored.check)` is suppressed, but finds nothing here", place: ignored.place,
            address: ignored.address, fix: "Remove the annotation.")
    }
}
