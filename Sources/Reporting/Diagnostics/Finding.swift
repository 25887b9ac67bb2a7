internal import Model

/// A diagnostic, and the others that say the same of other places, such as one missing credential that keeps every rule from being read.
struct Finding {
    var diagnostic: Diagnostic
    var others: [Diagnostic] = []
}

extension [Diagnostic] {
    /// The diagnostics with those that say the same taken together, in the order of the first of each. An error that points into a line of a manifest
    /// stands alone: each has to be mended there.
    var findings: [Finding] {
        var findings: [Finding] = []
        var known: [Diagnostic: Int] = [:]
        for diagnostic in self {
            var said = diagnostic
            (said.place, said.address, said.excerpt) = (nil, nil, nil)
            let standsAlone = diagnostic.severity == .error && diagnostic.excerpt != nil
            if !standsAlone, let index = known[said] {
                findings[index].others.append(diagnostic)
            } else {
                known[said] = findings.count
                findings.append(Finding(diagnostic: diagnostic))
            }
        }
        return findings
    }
}
