import ArgumentParser
import Sandbox

/// The options for what is unsettled; each has the likeliest answer as its default.
struct GenesysOptions: ParsableArguments {
    @Flag(help: "Let an integration become ACTIVE only once its event source is associated with a bus.")
    var activationNeedsBus = false

    @Option(help: ArgumentHelp("The status of a version conflict: 409, 408 or 400.", valueName: "status"))
    var versionConflictStatus = 409

    @Flag(help: "Give empty notes as node_dynamodb_empty_string.")
    var markEmptyNotes = false

    @Flag(help: "Refuse another account, region or suffix for a configured integration.")
    var fixedCoordinates = false

    @Flag(help: "Answer 405 to the list of the dialect 'platform'.")
    var noPlatformListing = false

    @Option(help: ArgumentHelp("From a write until reads and lists show it; what was deleted stays as long.", valueName: "seconds"))
    var readDelay = 0.0

    @Option(help: ArgumentHelp("The life of a token.", valueName: "seconds"))
    var tokenLife = 86_400

    @Option(help: ArgumentHelp("The scopes that the OAuth client has.", valueName: "scope"))
    var scope = ["event:write"]

    @Option(help: ArgumentHelp("Answer 429 beyond so many requests of a token in a minute.", valueName: "count"))
    var requestsPerMinute: Int?

    func validate() throws {
        guard [400, 408, 409].contains(versionConflictStatus) else {
            throw ValidationError("--version-conflict-status must be 409, 408 or 400.")
        }
    }

    var behavior: GenesysBehavior {
        var behavior = GenesysBehavior()
        behavior.activationNeedsBus = activationNeedsBus
        behavior.versionConflictStatus = versionConflictStatus
        behavior.marksEmptyNotes = markEmptyNotes
        behavior.allowsCoordinateChange = !fixedCoordinates
        behavior.listsPlatformIntegrations = !noPlatformListing
        behavior.readDelay = readDelay
        behavior.tokenLife = tokenLife
        behavior.clientScopes = Set(scope)
        behavior.requestsPerMinute = requestsPerMinute
        return behavior
    }
}
