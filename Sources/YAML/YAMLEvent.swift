/// What libyaml's parser reports, one after the other (YAML 1.2.2 §3.1.1, "serialization").
struct YAMLEvent {
    enum Kind {
        case documentStart
        case documentEnd
        case alias
        case scalar(YAMLScalar)
        case sequenceStart
        case mappingStart
        case collectionEnd
    }

    var kind: Kind
    /// The name that a node is given, or that an alias calls.
    var anchor: String?
    var tag: String?
    var mark: YAMLMark
}
