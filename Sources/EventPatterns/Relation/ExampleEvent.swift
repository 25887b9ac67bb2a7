/// An event that holds one value at each of some paths.
struct ExampleEvent {
    private var tree = KeyTree<JSONScalar>()

    init(_ values: [(path: UTF8String, value: JSONScalar)]) {
        let paths = Set(values.map(\.path))
        for (path, value) in values { tree.insert(value, at: path.keys(among: paths)) }
    }

    var json: String {
        var text = JSONText()
        tree.write(to: &text) { $0.append($1) }
        return text.utf8.description
    }
}
