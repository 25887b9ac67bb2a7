/// One operation of an AWS service: all that a transport, a policy or a test needs to know of it.
public struct AWSOperation: Hashable, Sendable {
    /// How a request is written. The members of an input bear the service model's names in every protocol.
    public enum Wire: Hashable, Sendable {
        /// AWS JSON: `POST /`, the operation in `X-Amz-Target`.
        case json(version: String, target: String)
        /// AWS query: `POST /`, the operation in a form, the answer in XML.
        case query(version: String)
        /// REST JSON: members that the path names in braces go there, those of `query` into the query, the others into the body.
        case rest(method: String, path: String, query: [String])
    }

    /// How an answer that comes in pages is asked for.
    public struct Pages: Hashable, Sendable {
        /// The member, of input and answer, that carries the next page's token.
        public var token: String
        /// The member that bounds a page, and the most that it may say.
        public var limit: String
        public var size: Int
    }

    public var service: AWSService
    /// As the service's API reference names it: `PutRule`.
    public var name: String
    public var wire: Wire
    /// The IAM actions that allow it as it is used: `events:PutRule`, and `events:TagResource` since it is sent with tags.
    public var permissions: [String]
    public var isMutating: Bool
    /// The member that every answer has. What comes without it is no answer: a proxy's empty page must not read as "there is nothing".
    public var answer: String?
    public var pages: Pages?
    /// Its answer is never quoted.
    var answersSecrets = false
    /// It only serves to tell people more: where a service fails at it, that isn't waited out.
    var isOptional = false
}
