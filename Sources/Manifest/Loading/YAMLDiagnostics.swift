import Model
import YAML

extension DecodingContext {
    /// An error of the text itself.
    mutating func report(_ problem: YAMLError) {
        var detail: String?
        var fix: String?
        switch problem.reason {
        case .duplicateKey(let first):
            detail = "First at \(place(first))."
            fix = "Remove one of them."
        case .notUTF8: fix = "Save the file as UTF-8."
        case .syntax where problem.message.contains("flow"):
            fix = "Close the bracket, or quote the text that holds `{`, `}`, `[`, `]` or `,`."
        case .undefinedAlias, .recursiveAlias, .invalidMerge, .forbiddenCharacter, .syntax: break
        case .tooManyAliases, .tooDeep, .tooLarge: fix = "Split the manifest."
        }
        error(problem.reason.code, problem.message, at: problem.mark, detail: detail, fix: fix)
    }
}

extension YAMLError.Reason {
    fileprivate var code: String {
        switch self {
        case .notUTF8: "not-utf8"
        case .forbiddenCharacter: "forbidden-character"
        case .syntax: "yaml-syntax"
        case .duplicateKey: "duplicate-key"
        case .undefinedAlias: "undefined-alias"
        case .recursiveAlias: "recursive-alias"
        case .invalidMerge: "invalid-merge"
        case .tooManyAliases: "too-many-aliases"
        case .tooDeep: "too-deep"
        case .tooLarge: "too-large"
        }
    }
}
