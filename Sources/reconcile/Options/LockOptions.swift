public import AWS
public import ArgumentParser

struct LockOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Hold a lock meanwhile, so that no two runs change a stack at once: an object in S3, written only where there is none.",
            valueName: "s3://bucket/key"))
    var lock: S3Location?
}

extension S3Location: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
