import Model

/// The writable fields of a queue (vendor's SDK 269, `CreateQueueRequest` and the models that it names).
enum QueueSettings {
    static let fields: [Field<QueueSpec>] = [
        setting("division", .text(.text(upTo: 256)), "The division, by name or id."),
        setting("description", .text(), "What people read."),
        setting(
            "members", .set(.uuid), "The ids of the users that serve the queue, all of them; those that belong by a group apart."),
        setting("wrapupCodes", .set(.uuid), "The ids of the wrap-up codes, all of them."),
        setting("mediaSettings", mediaSettings, "Alerting and service level for each kind of media."),
        setting("routingRules", .items(routingRule, count: 0...6), "Preferred agent routing, step by step."),
        setting("conditionalGroupRouting", .json, "Rules that widen the group of agents."),
        setting("conditionalGroupActivation", .json, "Rules that activate groups of agents."),
        setting("bullseye", .tree(Field("rings", .items(.json, count: 0...6), "The rings, innermost first.")), "Bullseye routing."),
        setting("scoringMethod", .word("TimestampAndPriority", "PriorityOnly"), "How waiting conversations are ranked."),
        setting("lastAgentRoutingMode", .word("Disabled", "QueueMembersOnly", "AnyAgent"), "Whether the last agent is preferred."),
        setting("acwSettings", acwSettings, "After-call work."),
        setting("skillEvaluationMethod", .word("NONE", "BEST", "ALL"), "How skills are matched."),
        setting("memberGroups", .set(memberGroup), "Groups whose members serve the queue."),
        setting("queueFlow", reference, "The in-queue flow for calls."),
        setting("emailInQueueFlow", reference, "The in-queue flow for e-mail."),
        setting("messageInQueueFlow", reference, "The in-queue flow for messages."),
        setting("whisperPrompt", reference, "The prompt that the agent hears."),
        setting("onHoldPrompt", reference, "The prompt that the customer hears on hold."),
        setting("defaultMediaLanguage", .text(.text(upTo: 35)), "A language tag such as `en-us`."),
        setting("autoAnswerOnly", .flag, "Whether only auto-answering agents are alerted."),
        setting("cannedResponseLibraries", cannedResponseLibraries, "The libraries that agents may use."),
        setting("enableTranscription", .flag, "Whether voice is transcribed."),
        setting("enableAudioMonitoring", .flag, "Whether audio is monitored."),
        setting("enableManualAssignment", .flag, "Whether supervisors may assign conversations."),
        setting("agentOwnedRouting", agentOwnedRouting, "Callbacks that agents own."),
        setting("directRouting", .json, "Direct routing to agents."),
        setting("callingPartyName", .text(), "The name shown on outbound calls."),
        setting("callingPartyNumber", .text(), "The number shown on outbound calls; quote it."),
        setting("defaultScripts", .dictionary(reference, keys: .text(upTo: 32)), "The default script for each kind of media."),
        setting("outboundMessagingAddresses", outboundMessagingAddresses, "The addresses of outbound messages."),
        setting("outboundEmailAddress", .json, "The address of outbound e-mail."),
        setting("peerId", .uuid, "The queue that this one is a peer of."),
        setting("suppressInQueueCallRecording", .flag, "Whether recording pauses while a call waits."),
    ]

    private static func setting(_ name: String, _ type: ValueType<Value>, _ documentation: String) -> Field<QueueSpec> {
        Field(name, type, in: \.settings, documentation)
    }

    /// Its name may change behind the manifest's back, and means nothing to the service: the id alone is handed on.
    private static let reference = ValueType<Value>.tree(
        Field("id", .liveID, required: true, "The live id."), Field("name", .text(), "For people; not compared.")
    ).map { reference -> Value in .map((reference.map ?? [:]).filter { $0.key == "id" }) }

    private static let acwSettings = ValueType<Value>.tree(
        Field(
            "wrapupPrompt", .word("MANDATORY", "OPTIONAL", "MANDATORY_TIMEOUT", "MANDATORY_FORCED_TIMEOUT", "AGENT_REQUESTED"),
            "Whether a wrap-up code is asked for."),
        Field("timeoutMs", .count(), "The time allowed, in milliseconds."))

    private static let mediaSettings = ValueType<Value>.tree(
        Field("call", media(), "Voice calls."), Field("callback", media(callbackFields), "Callbacks."), Field("chat", media(), "Web chat."),
        Field("email", media(), "E-mail."),
        Field("message", media([Field("subTypeSettings", .json, "Settings for each subtype.")]), "Messaging."))

    /// - Parameter own: the fields that this kind of media alone has.
    private static func media(_ own: [Field<[String: Value]>] = []) -> ValueType<Value> {
        .tree(
            [
                Field("alertingTimeoutSeconds", .count(7...Int.max), "How long an agent is alerted, in seconds."),
                Field("serviceLevel", serviceLevel, "The target of service."),
                Field("enableAutoAnswer", .flag, "Whether the agent's phone answers by itself."),
                Field("autoAnswerAlertToneSeconds", .amount(0...3600), "How long the tone of an automatic answer sounds, in seconds."),
                Field("manualAnswerAlertToneSeconds", .amount(0...3600), "How long the tone of a manual answer sounds, in seconds."),
            ] + own)
    }

    private static let callbackFields: [Field<[String: Value]>] = [
        Field("mode", .word("AgentFirst", "CustomerFirst"), "Who is called first."),
        Field("enableAutoDialAndEnd", .flag, "Whether they are dialed and ended by themselves."),
        Field("autoDialDelaySeconds", .count(), "The delay before dialing, in seconds."),
        Field("autoEndDelaySeconds", .count(), "The delay before ending, in seconds."),
    ]

    private static let serviceLevel = ValueType<Value>.tree(
        Field("percentage", .amount(0...1), "The share to be answered in time, from 0 to 1."),
        Field("durationMs", .count(1000...Int.max), "The time to answer in, in milliseconds."))

    private static let routingRule = ValueType<Value>.tree(
        Field("operator", .word("MEETS_THRESHOLD", "ANY"), "How the threshold is compared."),
        Field("threshold", .count(), "The agent's score."),
        Field("waitSeconds", .amount(0...86_400), "How long to wait for such an agent, in seconds."))

    private static let memberGroup = ValueType<Value>.tree(
        Field("id", .liveID, required: true, "The group's live id."),
        Field("type", .word("TEAM", "GROUP", "SKILLGROUP"), required: true, "The kind of group."))

    private static let cannedResponseLibraries = ValueType<Value>.tree(
        Field("mode", .word("All", "SelectedOnly", "None"), "Which libraries agents may use."),
        Field("libraryIds", .set(.liveID), "The libraries' live ids."))

    private static let agentOwnedRouting = ValueType<Value>.tree(
        Field("enableAgentOwnedCallbacks", .flag, "Whether agents may own callbacks."),
        Field("maxOwnedCallbackHours", .count(), "How long a callback is owned, in hours."),
        Field("maxOwnedCallbackDelayHours", .count(), "How far ahead a callback may be, in hours."))

    private static let outboundMessagingAddresses = ValueType<Value>.tree(
        Field("smsAddress", reference, "SMS."), Field("openMessagingRecipient", reference, "Open messaging."),
        Field("whatsAppRecipient", reference, "WhatsApp."))
}
