/// A document within a limit: what doesn't fit is left out, the least important first.
struct FittedDocument {
    /// What a piece is, the most important first.
    enum Importance: Int, CaseIterable, Comparable {
        case frame
        case obstacle
        case deletion
        case update
        case creation
        case warning
        case impact
        case deletionDetails
        case updateDetails
        case creationDetails
        case note
        case picture

        static func < (left: Importance, right: Importance) -> Bool { left.rawValue < right.rawValue }
    }

    struct Piece {
        var importance: Importance
        var text: String
        /// The same with more to it, and how important that is.
        var detailed: (importance: Importance, text: String)?

        init(_ importance: Importance, _ text: String, detailed: (importance: Importance, text: String)? = nil) {
            self.importance = importance
            self.text = text
            self.detailed = detailed
        }
    }

    /// Pieces under a title, which is left out with the last of them.
    struct Section {
        var title = ""
        var pieces: [Piece]
    }

    let text: String
    /// How many of each were left out.
    let leftOut: [Importance: Int]

    /// - Parameter limit: in bytes of UTF-8, which no other way of counting exceeds.
    init(_ sections: [Section], limit: Int) {
        var room = limit - sections.reduce(0) { $0 + $1.title.utf8.count }
        var shown: [Place: String] = [:]
        var leftOut: [Importance: Int] = [:]
        let places = sections.indices.flatMap { section in sections[section].pieces.indices.map { Place(section: section, piece: $0) } }
        func piece(_ place: Place) -> Piece { sections[place.section].pieces[place.piece] }
        func put(_ text: String, at place: Place, _ importance: Importance) {
            let cost = text.utf8.count - (shown[place]?.utf8.count ?? 0)
            guard cost <= room else { return leftOut[importance, default: 0] += 1 }
            room -= cost
            shown[place] = text
        }
        for importance in Importance.allCases {
            for place in places where piece(place).importance == importance { put(piece(place).text, at: place, importance) }
            for place in places where shown[place] != nil {
                if let detailed = piece(place).detailed, detailed.importance == importance { put(detailed.text, at: place, importance) }
            }
        }
        text = sections.indices.map { section in
            let pieces = sections[section].pieces.indices.compactMap { shown[Place(section: section, piece: $0)] }
            return pieces.isEmpty ? "" : sections[section].title + pieces.joined()
        }.joined()
        self.leftOut = leftOut
    }

    private struct Place: Hashable {
        var section: Int
        var piece: Int
    }
}
