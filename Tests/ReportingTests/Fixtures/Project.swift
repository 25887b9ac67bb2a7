import FoundationEssentials

/// The files of this package.
enum Project {
    static func file(_ path: String, testFile: String = #filePath) -> String {
        let root = testFile.split(separator: "/").dropLast(4)
        return "/\(root.joined(separator: "/"))/\(path)"
    }
}
