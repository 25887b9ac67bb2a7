/// What a path joined by dots, such as `acwSettings.timeoutMs`, names below a value.
extension Schema {
    /// Where a path leads to nothing.
    struct NoSuchField: Error {
        var name: String
        /// The names that are known there; none where there is nothing to name.
        var known: [String]
    }

    /// The keys of a path, one after the other. Lists are taken whole: no path leads into one.
    func keys(_ path: Substring) throws(NoSuchField) -> [String] {
        switch self {
        case .object(let properties, _):
            let name = path.prefix { $0 != "." }
            guard let property = properties.first(where: { $0.name == name }) else {
                throw NoSuchField(name: String(name), known: properties.map(\.name))
            }
            let rest = path.dropFirst(name.count + 1)
            return [property.name] + (name.count == path.count ? [] : try property.schema.keys(rest))
        // The keys are the user's, and those of a flat map may hold dots.
        case .map(_, .string, _): return [String(path)]
        case .map(_, let values, _):
            let key = path.prefix { $0 != "." }
            return [String(key)] + (key.count == path.count ? [] : try values.keys(path.dropFirst(key.count + 1)))
        case .json: return path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        case .string, .choice, .boolean, .integer, .number, .list, .either: throw NoSuchField(name: String(path), known: [])
        }
    }
}
