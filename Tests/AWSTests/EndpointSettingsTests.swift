import AWS
import Cloud
import Model
import Testing

@Suite struct EndpointSettingsTests {
    private static let config = """
        [default]
        endpoint_url = http://profile:1
        services = local
        use_fips_endpoint = true
        [services local]
        eventbridge =
          endpoint_url = http://service:2
        [profile plain]
        use_dualstack_endpoint = true
        [profile lost]
        services = nowhere
        """

    private func endpoints(_ environment: [String: String] = [:], profile: String? = nil) throws -> Endpoints {
        let machine = LocalMachine(
            read: { $0 == "/home/me/.aws/config" ? Array(Self.config.utf8) : nil }, write: { _, _ in throw ProgramRun.TimedOut() },
            run: { _, _ in throw ProgramRun.TimedOut() })
        let runtime = TestWorld().runtime(["HOME": "/home/me"])
        return try Endpoints(
            Fixture.stack.aws, environment: environment, profiles: try Profiles(profile, runtime: runtime, machine: machine))
    }

    @Test(
        "a variable of the service goes first, then one of all, then the profile's services section, then the profile",
        arguments: [
            (["AWS_ENDPOINT_URL_EVENTBRIDGE": "http://own:3", "AWS_ENDPOINT_URL": "http://all:4"], "http://own:3", "http://all:4"),
            (["AWS_ENDPOINT_URL": "http://all:4"], "http://all:4", "http://all:4"),
            (["AWS_ENDPOINT_URL": ""], "http://service:2", "http://profile:1"),
        ])
    func order(environment: [String: String], events: String, sts: String) throws {
        let endpoints = try endpoints(environment)
        #expect([endpoints[.events], endpoints[.sts]].map(\.description) == [events, sts])
    }

    @Test func `configured URLs may be ignored, switches not`() throws {
        let endpoints = try endpoints(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true", "AWS_ENDPOINT_URL": "http://all:4"])
        #expect(endpoints[.events].description == "https://events-fips.us-east-1.amazonaws.com")
    }

    @Test func `a switch of the environment goes before the profile's`() throws {
        #expect(try endpoints(profile: "plain")[.sts].description == "https://sts.us-east-1.api.aws")
        #expect(
            try endpoints(["AWS_USE_DUALSTACK_ENDPOINT": "FALSE"], profile: "plain")[.sts].description
                == "https://sts.us-east-1.amazonaws.com")
    }

    @Test func `a switch that is neither on nor off, and a section that isn't there, are errors`() throws {
        let wrong = #expect(throws: ServiceError.self) { try endpoints(["AWS_USE_FIPS_ENDPOINT": "yes"]) }
        #expect(wrong?.summary == "AWS_USE_FIPS_ENDPOINT is neither true nor false")
        let lost = #expect(throws: ServiceError.self) { try endpoints(profile: "lost") }
        #expect(lost?.summary == "profile lost names the services section nowhere, which /home/me/.aws/config doesn't have")
    }
}
