import Model

extension Compiler {
    /// Reports what can't be meant together with `ensure: absent`.
    mutating func check(_ lifecycle: Located<LifecycleSpec>?) {
        guard let lifecycle = lifecycle?.value, let ensure = lifecycle.ensure, ensure.value == .absent else { return }
        if let protect = lifecycle.protect, protect.value {
            findings.report(
                "contradiction", "`protect: true` and `ensure: absent` contradict each other", at: ensure.place,
                detail: "`protect` is given at \(protect.place): what it keeps is never deleted.", fix: "Remove one of them.")
        }
        if let manage = lifecycle.manage, manage.value == .reference {
            findings.report(
                "contradiction", "`manage: reference` and `ensure: absent` contradict each other", at: ensure.place,
                detail: "`manage` is given at \(manage.place): what is only referred to is never deleted.", fix: "Remove one of them.")
        }
    }
}

extension Findings {
    /// Reports a reference to what is declared to be gone.
    mutating func reportAbsent(_ kind: Kind, _ name: Located<String>) {
        let problem = Scope.Problem.absent(kind, name.value)
        report(problem.code, problem.summary, at: name.place, detail: problem.detail, fix: problem.fix)
    }
}
