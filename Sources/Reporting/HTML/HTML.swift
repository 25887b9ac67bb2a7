/// Source text of a page. It can be made from literals in this source and from interpolated values only, and an interpolated value is neutralized and
/// escaped on its way in: no text of others becomes markup. `"\(html)"` is source text, `"\(text: name)"` the text of a value.
struct HTML: Sendable {
    private(set) var source: String

    static func + (left: HTML, right: HTML) -> HTML { HTML(source: left.source + right.source) }

    private init(source: String) { self.source = source }

    /// The style sheet or the script of this program, which hold no text of others.
    static func own(_ text: StaticString) -> HTML { HTML(source: text.description) }

    private static func escaped(_ text: String) -> String {
        Neutralized.text(text).unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral value: StaticString) { source = value.description }

    init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: StaticString) { source += literal.description }

        mutating func appendInterpolation(text value: some CustomStringConvertible) { source += HTML.escaped(value.description) }

        mutating func appendInterpolation(_ html: HTML) { source += html.source }

        /// What stands out is a name; the other roles are told by their places.
        mutating func appendInterpolation(text: StyledText) {
            for run in text.runs {
                let escaped = HTML.escaped(run.text)
                source += run.role == .strong ? "<code>\(escaped)</code>" : escaped
            }
        }
    }
}

extension Sequence<HTML> {
    func joined(separator: HTML = "") -> HTML {
        reduce(into: nil as HTML?) { sum, next in sum = sum.map { $0 + separator + next } ?? next } ?? ""
    }
}
