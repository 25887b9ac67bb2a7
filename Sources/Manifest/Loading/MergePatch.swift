import OrderedCollections
import YAML

extension YAMLNode {
    /// This document with a later layer's over it (RFC 7396, "JSON Merge Patch"): mappings merge, null removes, all else replaces. Each part keeps
    /// the place where it was written.
    func merged(with patch: YAMLNode) -> YAMLNode {
        guard let changes = patch.mapping else { return patch }
        var members = mapping ?? [:]
        for (key, value) in changes {
            if value.isNull {
                members.removeValue(forKey: key)
            } else {
                let base = members[key] ?? YAMLNode(.mapping([:]), mark: value.mark)
                members.removeValue(forKey: key)
                members[key] = base.merged(with: value)
            }
        }
        return YAMLNode(.mapping(members), tag: tag, mark: mapping == nil ? patch.mark : mark)
    }

    /// The value under a key of a mapping.
    subscript(key: String) -> YAMLNode? {
        mapping?[YAMLNode(.scalar(YAMLScalar(key, style: .plain)), mark: YAMLMark(source: 0, line: 0, column: 0))]
    }
}
