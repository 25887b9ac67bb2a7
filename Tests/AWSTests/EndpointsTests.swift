import AWS
import Model
import Testing

@Suite struct EndpointsTests {
    private func endpoints(_ environment: [String: String] = [:], region: String = "us-east-1") throws -> Endpoints {
        try Endpoints(Stack.AWS(region: region, accountID: "1"), environment: environment)
    }

    @Test(
        "a region's services are in its partition's domain",
        arguments: [
            ("us-east-1", "https://events.us-east-1.amazonaws.com"), ("cn-north-1", "https://events.cn-north-1.amazonaws.com.cn"),
            ("us-gov-west-1", "https://events.us-gov-west-1.amazonaws.com"),
            ("eusc-de-east-1", "https://events.eusc-de-east-1.amazonaws.eu"),
        ])
    func partitions(region: String, url: String) throws {
        #expect(try endpoints(region: region)[.events].description == url)
    }

    @Test(
        "each service has a host and a variable of its own",
        arguments: [
            (AWSService.events, "events", "AWS_ENDPOINT_URL_EVENTBRIDGE"), (.lambda, "lambda", "AWS_ENDPOINT_URL_LAMBDA"),
            (.sts, "sts", "AWS_ENDPOINT_URL_STS"), (.tagging, "tagging", "AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API"),
        ])
    func services(_ service: AWSService, host: String, variable: String) throws {
        #expect(try endpoints()[service].description == "https://\(host).us-east-1.amazonaws.com")
        let configured = try endpoints([variable: "http://own:1", "AWS_ENDPOINT_URL": "http://all:2"])
        for other in AWSService.allCases {
            #expect(configured[other].description == (other == service ? "http://own:1" : "http://all:2"))
        }
    }

    @Test(
        "a configured URL is a base",
        arguments: [
            ("http://127.0.0.1:5000/", "http://127.0.0.1:5000"), ("https://proxy.example/aws/", "https://proxy.example/aws"),
            ("HTTPS://Proxy.Example:443", "https://proxy.example"), ("http://h:80/x", "http://h/x"),
            ("http://[::1]:5000", "http://[::1]:5000"),
        ])
    func base(text: String, url: String) throws {
        #expect(try endpoints(["AWS_ENDPOINT_URL": text])[.sts].description == url)
    }

    @Test func `an empty variable says nothing`() throws {
        #expect(try endpoints(["AWS_ENDPOINT_URL": ""]) == endpoints())
    }

    @Test(
        "what is no URL of a service is refused, by the variable's name",
        arguments: [
            "127.0.0.1:5000", "ftp://h", "http://", "http://:5000", "http://user:secret@h", "http://h?x=1", "http://h/#x", "events",
        ])
    func refused(text: String) throws {
        let error = #expect(throws: ServiceError.self) { try endpoints(["AWS_ENDPOINT_URL_STS": text]) }
        #expect(error?.summary.contains("AWS_ENDPOINT_URL_STS") == true)
        #expect(error?.reason == .invalid)
        #expect(error?.summary.contains("secret") == false)
    }
}
