internal import Model

extension Observer {
    var declaredFunctions: Set<FunctionARN> {
        Set(desired.resources(.permission).compactMap { FunctionARN($0.identity.scope) })
    }

    /// The function of a live target of a rule that is the stack's own: its policy may hold statements that are no longer declared.
    static func function(of object: LiveObject) -> FunctionARN? {
        guard object.identity.kind == .target, case .ours = object.ownership else { return nil }
        return object.attributes["arn"]?.string.flatMap { FunctionARN($0) }
    }

    func observePermissions(_ functions: Set<FunctionARN>) async -> Observation {
        let observations = await sideBySide(functions.sorted()) { function in
            do throws(ServiceError) {
                let statements = try await FunctionPolicies(transport: transport).statements(on: function)
                return Observation(objects: statements.map { $0.object(on: function, for: stack.mark) })
            } catch {
                return Observation(gaps: [Gap(.permission, scope: function.description, error: error)])
            }
        }
        return Observation(observations)
    }
}
