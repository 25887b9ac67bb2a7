import Cloud
import Testing

@Suite("The environment's proxies")
struct ProxiesTests {
    private func proxy(for url: String, _ environment: [String: String]) throws -> String? {
        try Proxies(environment: environment).proxy(for: url)?.description
    }

    @Test(
        "each scheme has its variable, and the small letters go before the capitals",
        arguments: [
            (["HTTPS_PROXY": "http://proxy:3128"], "https://aws.test", "proxy:3128"),
            (["HTTPS_PROXY": "http://capitals:1", "https_proxy": "http://small:2"], "https://aws.test", "small:2"),
            (["HTTPS_PROXY": "http://capitals:1", "https_proxy": ""], "https://aws.test", "capitals:1"),
            (["HTTPS_PROXY": "http://proxy:3128"], "http://aws.test", nil),
            (["HTTP_PROXY": "proxy"], "http://aws.test", "proxy:80"),
            (["HTTP_PROXY": "proxy"], "https://aws.test", nil),
            (["https_proxy": "http://user:pass@[2001:db8::1]:8080/"], "https://aws.test", "[2001:db8::1]:8080"),
        ] as [([String: String], String, String?)])
    func variables(environment: [String: String], url: String, expected: String?) throws {
        #expect(try proxy(for: url, environment) == expected)
    }

    @Test(
        "NO_PROXY names hosts and what is below them, ports, blocks of addresses, or all",
        arguments: [
            ("aws.test", "https://aws.test", true),
            ("aws.test", "https://events.aws.test/", true),
            ("aws.test", "https://other-aws.test", false),
            (".aws.test", "https://events.AWS.test.", true),
            ("*.aws.test", "https://events.aws.test?x=:", true),
            ("events.aws.test", "https://aws.test", false),
            ("aws.test:8443", "https://aws.test:8443", true),
            ("aws.test:8443", "https://aws.test", false),
            ("aws.test:443", "https://aws.test", true),
            ("first.test, aws.test", "https://aws.test", true),
            ("first.test aws.test", "https://aws.test", true),
            ("*", "https://aws.test", true),
            ("10.0.0.0/8", "https://10.200.3.4", true),
            ("10.0.0.0/8", "https://11.0.0.1", false),
            ("10.0.0.0/13", "https://10.7.255.255", true),
            ("10.0.0.0/13", "https://10.8.0.0", false),
            ("0.0.0.0/0", "https://192.0.2.1", true),
            ("0.0.0.0/0", "https://[2001:db8::1]", false),
            ("2001:db8::/33", "https://[2001:db8:7fff::1]:8443", true),
            ("2001:db8::/33", "https://[2001:db8:8000::1]", false),
            ("2001:db8::1", "https://[2001:DB8:0::1]", true),
            ("192.0.2.1", "https://192.0.2.1:8443", true),
            ("2.1", "https://192.0.2.1", false),
            ("10.0.0.0/33,10.0.0.0/x,/,[", "https://10.0.0.1", false),
            ("", "https://aws.test", false),
        ])
    func exemptions(list: String, url: String, isExempt: Bool) throws {
        for variable in ["NO_PROXY", "no_proxy"] {
            #expect(try (proxy(for: url, ["HTTPS_PROXY": "http://proxy:3128", variable: list]) == nil) == isExempt)
        }
    }

    @Test(
        "the machine itself and its metadata service are never reached through a proxy",
        arguments: [
            "http://169.254.169.254/latest/api/token", "http://[fd00:ec2::254]/", "http://169.254.170.2/v2/credentials",
            "http://169.254.170.23/v1/credentials", "http://[fd00:ec2::23]/", "http://127.0.0.1:8080", "http://localhost:1",
            "http://[::1]/",
        ])
    func machine(url: String) throws {
        #expect(try proxy(for: url, ["HTTP_PROXY": "http://proxy:3128"]) == nil)
    }

    @Test(
        "a proxy that can't be used is named by its variable alone",
        arguments: [
            "https://user:hunter2@proxy:3128", "socks5://user:hunter2@proxy", "http://user:hunter2@proxy:port", "http://user:hunter2@",
            "http://user:hunter2@proxy/path", "http://user:hunter2@proxy:0", "http://user:hunter2@[::1",
        ])
    func unusable(value: String) throws {
        let error = try #require(throws: UnusableSetting.self) { try Proxies(environment: ["https_proxy": value]) }
        #expect(error.name == "https_proxy")
        #expect(!"\(error)".contains("hunter2") && !"\(error)".contains("user:h"))
    }

    @Test func `a proxy never shows its credentials`() throws {
        let proxies = try Proxies(environment: ["https_proxy": "http://user:hunter2@proxy:3128"])
        var shown = ""
        dump(proxies, to: &shown)
        shown += String(reflecting: proxies) + "\(String(describing: proxies.proxy(for: "https://aws.test")))"
        #expect(shown.contains("proxy") && !shown.contains("hunter2"))
    }
}
