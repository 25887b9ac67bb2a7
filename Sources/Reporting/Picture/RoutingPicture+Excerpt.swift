extension RoutingPicture {
    /// The part around what changes, with so many nodes at the most: each rule that changes, or that leads from or to something that does, with all
    /// that is on the way to it and from it. Answers with how many of these rules have no place.
    func excerpt(nodes limit: Int) -> (picture: RoutingPicture, leftOut: Int) {
        let neighborhood = Neighborhood(self)
        let rules = nodes.indices.filter { nodes[$0].column == .rule }
        let touched = rules.filter(neighborhood.isTouched)
        var kept: Set<Int> = []
        var leftOut = 0
        for rule in touched.isEmpty ? rules : touched {
            let chain = kept.union(neighborhood.chain(of: rule))
            if chain.count <= limit { kept = chain } else { leftOut += 1 }
        }
        return (restricted(to: kept), leftOut)
    }

    /// Which lines meet at which node.
    private struct Neighborhood {
        private let picture: RoutingPicture
        private let incoming: [Int: [Edge]]
        private let outgoing: [Int: [Edge]]

        init(_ picture: RoutingPicture) {
            self.picture = picture
            incoming = Dictionary(grouping: picture.edges + picture.routes, by: \.to)
            outgoing = Dictionary(grouping: picture.edges, by: \.from)
        }

        func isTouched(_ rule: Int) -> Bool {
            let lines = (incoming[rule] ?? []) + (outgoing[rule] ?? [])
            return chain(of: rule).contains { picture.nodes[$0].mark != .unchanged } || lines.contains { $0.mark != .unchanged }
        }

        func chain(of rule: Int) -> Set<Int> {
            let sources = (incoming[rule] ?? []).map(\.from)
            let buses = sources.filter { picture.nodes[$0].column == .bus }
            let integrations = buses.flatMap { incoming[$0] ?? [] }.map(\.from).filter { picture.nodes[$0].column == .integration }
            return Set([rule] + sources + integrations + (outgoing[rule] ?? []).map(\.to))
        }
    }
}
