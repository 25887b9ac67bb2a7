import Model

/// `spec.lifecycle`, the same on every kind.
struct LifecycleSpec: Sendable {
    var manage: Located<Lifecycle.Manage>?
    var ensure: Located<Lifecycle.Ensure>?
    var adopt: Located<Bool>?
    var protect: Located<Bool>?
    var previousNames: Located<[Located<String>]>?
    var ignoreChanges: Located<[Located<String>]>?
    /// Read with the layers, before anything is decoded.
    var declare: Located<Bool>?

    static let shape = Shape<LifecycleSpec>(
        { LifecycleSpec() },
        [
            Field(
                "manage", .choice(Lifecycle.Manage.self), \.manage,
                "`full` (the default), or `reference`: looked up, never created, changed or deleted."),
            Field(
                "ensure", .choice(Lifecycle.Ensure.self), \.ensure,
                "`present` (the default), or `absent`: deleted where it is live. A rule goes with its targets, an integration with its bus; "
                    + "integrations and queues only with `--allow-delete`."),
            Field("adopt", .boolean, \.adopt, "Take over a live object that carries no mark."),
            Field("protect", .boolean, \.protect, "Refuse every plan that would delete it, or replace it by another."),
            Field(
                "previousNames", .list(of: .string(.text(upTo: 256)), count: 1...Int.max), \.previousNames,
                "Names that it had before, live or in the manifests: it is renamed, or takes over what bears them."),
            Field(
                "ignoreChanges", .list(of: .string(.text(upTo: 512)), count: 1...Int.max), \.ignoreChanges,
                "Fields that stay as they are live once it exists, by their paths: `description`, `acwSettings.timeoutMs`, `targets.NAME.input`."
            ),
            declare,
        ])

    /// Of what isn't managed at all.
    static let declaration = Shape<LifecycleSpec>({ LifecycleSpec() }, [declare])

    private static let declare = Field<LifecycleSpec>(
        "declare", .boolean, \.declare, "`false` drops what an earlier layer declares.")
}

extension Lifecycle {
    init(
        _ spec: Located<LifecycleSpec>?, listPolicy: ListPolicy = .exclusive, ignoreChanges: Set<[String]> = [], forceDelete: Bool = false
    ) {
        self.init(
            manage: spec?.value.manage?.value ?? .full, ensure: spec?.value.ensure?.value ?? .present, listPolicy: listPolicy,
            adopt: spec?.value.adopt?.value ?? false, protect: spec?.value.protect?.value ?? false,
            previousNames: Set((spec?.value.previousNames?.value ?? []).map(\.value)), ignoreChanges: ignoreChanges,
            forceDelete: forceDelete)
    }
}

extension Located<LifecycleSpec>? {
    /// Whether what it belongs to is declared to be gone.
    var isAbsent: Bool { self?.value.ensure?.value == .absent }
}
