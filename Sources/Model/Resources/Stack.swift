/// Where a set of manifests may run, and who owns what it makes: the manifest's `Stack`.
public struct Stack: Hashable, Sendable {
    /// The service interface that a Genesys integration is managed through.
    public enum GenesysAPI: String, Hashable, Sendable, CaseIterable {
        /// The documented API: `/api/v2/integrations` and its configuration.
        case `public`
        /// The tutorial's API: `/api/v2/platform/eventbridge/integrations`.
        case platform
    }

    public struct Genesys: Hashable, Sendable {
        /// An AWS region name, as Genesys names its regions, such as `us-east-1`.
        public var region: String
        public var organizationID: String?
        public var api: GenesysAPI

        public init(region: String, organizationID: String? = nil, api: GenesysAPI = .public) {
            self.region = region
            self.organizationID = organizationID
            self.api = api
        }
    }

    public struct AWS: Hashable, Sendable {
        public var region: String
        public var accountID: String

        public init(region: String, accountID: String) {
            self.region = region
            self.accountID = accountID
        }

        /// The partition that the region lies in, as ARNs name it (botocore, `partitions.json`).
        public var partition: String {
            let prefixes = [("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("eusc-", "aws-eusc")]
            return prefixes.first { region.hasPrefix($0.0) }?.1 ?? "aws"
        }
    }

    /// How many owned resources one run may delete.
    public enum DeletionLimit: Hashable, Sendable {
        case count(Int)
        /// Of what the stack owns, from 0 to 100.
        case percentage(Int)
    }

    public var mark: StackMark
    public var genesys: Genesys
    public var aws: AWS
    public var maxDeletes: DeletionLimit?
    public var place: SourceLocation?

    public init(
        mark: StackMark, genesys: Genesys, aws: AWS, maxDeletes: DeletionLimit? = nil, place: SourceLocation? = nil
    ) {
        self.mark = mark
        self.genesys = genesys
        self.aws = aws
        self.maxDeletes = maxDeletes
        self.place = place
    }
}
