/// "Did you mean": the word that a misspelt one stands for.
public enum NearMiss {
    /// The nearest candidate, where it is near enough to be meant: another case, or one edit in three characters.
    public static func find(_ word: String, among candidates: some Sequence<String>) -> String? {
        let folded = Array(word.lowercased())
        let limit = max(1, word.count / 3)
        let near = candidates.compactMap { name in
            distance(folded, Array(name.lowercased()), limit: limit).map { (distance: $0, name: name) }
        }
        return near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
    }

    public static func question(_ word: String, among candidates: some Sequence<String>) -> String? {
        find(word, among: candidates).map { "Did you mean `\($0)`?" }
    }

    /// Edits from one to the other: insertions, deletions, replacements and swaps of neighbors (optimal string alignment); `nil` where there are more than
    /// `limit`, which most pairs show early.
    private static func distance(_ left: [Character], _ right: [Character], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (character == other ? 0 : 1))
                if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
            // A swap goes by the row before.
            guard min(last.min() ?? 0, beforeLast.min() ?? 0) <= limit else { return nil }
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
