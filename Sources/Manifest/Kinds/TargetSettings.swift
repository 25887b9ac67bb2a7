import Model

/// The fields of a target that are handed on as they are (botocore, `events` 2015-10-07, `Target`).
enum TargetSettings {
    static let fields: [Field<TargetSpec>] = [
        setting("input", .text(.json), "JSON text that is handed on in place of the event."),
        setting("inputPath", .text(.inputPath), "The part of the event that is handed on."),
        setting(
            "inputTransformer",
            .tree(
                Field(
                    "inputPathsMap", .dictionary(.text(.inputPath), keys: .alphanumerics(and: "_-", length: 1...256), limit: 100),
                    "Parts of the event, by the names that the template uses."),
                Field("inputTemplate", .text(.text(upTo: 8192)), required: true, "The template, with `<name>` for each part.")),
            "What is handed on, made from parts of the event."),
        setting(
            "deadLetterConfig", .tree(Field("arn", .text(.arn), required: true, "A standard SQS queue of the rule's account and region.")),
            "Where events go that could not be delivered."),
        setting(
            "retryPolicy",
            .tree(
                Field("maximumRetryAttempts", .count(0...185), "How often delivery is tried again."),
                Field("maximumEventAgeInSeconds", .count(60...86_400), "How old an event may become, in seconds.")),
            "How delivery is tried again."),
        setting(
            "sqsParameters", .tree(Field("messageGroupId", .text(.text(upTo: 100)), "The message group; a FIFO queue needs one.")),
            "For an SQS queue."),
        setting(
            "kinesisParameters",
            .tree(Field("partitionKeyPath", .text(.inputPath), required: true, "The part of the event that picks the shard.")),
            "For a Kinesis stream."),
        setting("httpParameters", httpParameters, "For an API destination or API Gateway."),
        setting("ecsParameters", ecsParameters, "For an ECS task."),
        setting("batchParameters", batchParameters, "For a Batch job."),
        setting("runCommandParameters", runCommandParameters, "For Systems Manager Run Command."),
        setting("redshiftDataParameters", redshiftDataParameters, "For a Redshift cluster."),
        setting("sageMakerPipelineParameters", sageMakerPipelineParameters, "For a SageMaker pipeline."),
        setting(
            "appSyncParameters", .tree(Field("graphQLOperation", .text(.text(upTo: 1_048_576)), required: true, "The GraphQL operation.")),
            "For AppSync."),
    ]

    /// Those that make sense for all targets alike.
    static let defaults = Shape<TargetSpec>(
        { TargetSpec() }, fields.filter { ["deadLetterConfig", "retryPolicy"].contains($0.name) })

    private static func setting(_ name: String, _ type: ValueType<Value>, _ documentation: String) -> Field<TargetSpec> {
        Field(name, type, in: \.settings, documentation)
    }

    private static let httpParameters = ValueType<Value>.tree(
        Field("pathParameterValues", .items(.text(.text(upTo: 512))), "The values of the path's wildcards."),
        Field("headerParameters", .dictionary(.text(.text(upTo: 512)), keys: .text(upTo: 512)), "Headers to send."),
        Field("queryStringParameters", .dictionary(.text(.text(upTo: 512)), keys: .text(upTo: 512)), "Query parameters to send."))

    private static let ecsParameters = ValueType<Value>.tree(
        Field("taskDefinitionArn", .text(.arn), required: true, "The task to run."),
        Field("taskCount", .count(1...Int.max), "How many tasks."),
        Field("launchType", .word("EC2", "FARGATE", "EXTERNAL"), "Where the task runs."),
        Field(
            "networkConfiguration", .tree(Field("awsvpcConfiguration", awsvpcConfiguration, "The task's network.")), "The task's network."),
        Field("platformVersion", .text(), "The platform's version."),
        Field("group", .text(), "The task group."),
        Field("capacityProviderStrategy", .items(capacityProvider, count: 0...6), "The capacity providers."),
        Field("enableECSManagedTags", .flag, "Whether ECS adds its own tags."),
        Field("enableExecuteCommand", .flag, "Whether ECS Exec is allowed."),
        Field(
            "placementConstraints",
            .items(
                .tree(
                    Field("type", .word("distinctInstance", "memberOf"), "The kind of constraint."),
                    Field("expression", .text(.text(upTo: 2000)), "The expression.")), count: 0...10), "Where tasks may be placed."),
        Field(
            "placementStrategy",
            .items(
                .tree(
                    Field("type", .word("random", "spread", "binpack"), "The kind of strategy."),
                    Field("field", .text(.text(upTo: 255)), "The field to spread or pack by.")), count: 0...5), "How tasks are placed."),
        Field("propagateTags", .word("TASK_DEFINITION"), "Where tags are taken from."),
        Field("referenceId", .text(.text(upTo: 1024)), "The reference id."),
        Field(
            "tags",
            .items(
                .tree(
                    Field("key", .text(.text(upTo: 128)), required: true, "The key."),
                    Field("value", .text(.tagValue), required: true, "The value."))), "Tags of the task."))

    private static let awsvpcConfiguration = ValueType<Value>.tree(
        Field("subnets", .set(.text(), count: 1...16), required: true, "The subnets."),
        Field("securityGroups", .set(.text(), count: 0...5), "The security groups."),
        Field("assignPublicIp", .word("ENABLED", "DISABLED"), "Whether the task gets a public address."))

    private static let capacityProvider = ValueType<Value>.tree(
        Field("capacityProvider", .text(.text(upTo: 255)), required: true, "The provider's name."),
        Field("weight", .count(0...1000), "Its share of the tasks."), Field("base", .count(0...100_000), "Its least number of tasks."))

    private static let batchParameters = ValueType<Value>.tree(
        Field("jobDefinition", .text(.text(upTo: 1600)), required: true, "The job definition, by name or ARN."),
        Field("jobName", .text(.text(upTo: 128)), required: true, "The job's name."),
        Field("arrayProperties", .tree(Field("size", .count(2...10_000), "How many jobs.")), "Makes an array job."),
        Field("retryStrategy", .tree(Field("attempts", .count(1...10), "How often the job is tried.")), "How the job is tried again."))

    private static let runCommandParameters = ValueType<Value>.tree(
        Field(
            "runCommandTargets",
            .items(
                .tree(
                    Field("key", .text(.text(upTo: 128)), required: true, "`tag:` and a tag key, or `InstanceIds`."),
                    Field("values", .set(.text(.text(upTo: 256)), count: 1...50), required: true, "The tag's values, or instance ids.")),
                count: 1...5), required: true, "The instances to run the command on."))

    private static let redshiftDataParameters = ValueType<Value>.tree(
        exclusive: [["sql", "sqls"]],
        Field("database", .text(.text(upTo: 64)), required: true, "The database."),
        Field("secretManagerArn", .text(.text(upTo: 1600)), "The secret that grants access."),
        Field("dbUser", .text(.text(upTo: 128)), "The database's user."),
        Field("sql", .text(.text(upTo: 100_000)), "The statement."),
        Field("sqls", .items(.text(.text(upTo: 100_000)), count: 0...40), "The statements, in one transaction."),
        Field("statementName", .text(.text(upTo: 500)), "The statement's name."),
        Field("withEvent", .flag, "Whether an event is sent when the statement has run."))

    private static let sageMakerPipelineParameters = ValueType<Value>.tree(
        Field(
            "pipelineParameterList",
            .items(
                .tree(
                    Field("name", .text(.text(upTo: 256)), required: true, "The parameter's name."),
                    Field("value", .text(.text(upTo: 1024)), required: true, "The parameter's value.")), count: 0...200),
            "The pipeline's parameters."))
}
