import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// Serves a gateway over HTTP/1.1 on the loopback interface.
struct HTTPServer: Sendable {
    let gateway: Gateway
    let port: Int

    /// EventBridge takes 256 KB at the most; nothing that the sandbox knows is larger.
    private static let longestBody = 1 << 20

    /// Runs an application and says which port could not be had.
    func run(_ body: () async throws -> Void) async throws {
        do { try await body() } catch let error as IOError {
            throw SandboxError("Port \(port) of 127.0.0.1 can't be served: \(error)")
        }
    }

    /// An application that is shut down by letting its connections end, and cut off where they don't within seconds.
    func service(_ application: some ApplicationProtocol) -> ServiceGroup {
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: application, successTerminationBehavior: .gracefullyShutdownGroup)], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(3)
        return ServiceGroup(configuration: configuration)
    }

    private var logger: Logger {
        var logger = Logger(label: "reconcile-sandbox")
        logger.logLevel = .critical
        return logger
    }

    /// - Parameter onRunning: gets the port that was bound.
    func application(onRunning: @escaping @Sendable (Int) async -> Void) -> some ApplicationProtocol {
        let gateway = gateway
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            let body = try await request.body.collect(upTo: Self.longestBody)
            return Response(await gateway.respond(to: WireRequest(request, body: body)))
        }
        return Application(
            responder: responder,
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
            logger: logger)
    }
}

extension WireRequest {
    fileprivate init(_ request: Request, body: ByteBuffer) {
        // HTTP/1.1's `Host` is kept apart from the other fields by the server.
        let host = request.head.authority.map { [(name: "host", value: $0)] } ?? []
        let fields = request.headers.map { (name: $0.name.rawName, value: $0.value) }
        self.init(
            method: request.method.rawValue, target: request.head.path ?? "/", headers: host + fields, body: Array(body.readableBytesView))
    }
}

extension Response {
    fileprivate init(_ response: WireResponse) {
        var headers = HTTPFields()
        for (name, value) in response.headers {
            if let name = HTTPFields.Element.Name(name) { headers.append(HTTPFields.Element(name: name, value: value)) }
        }
        self.init(status: .init(code: response.status), headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    }
}
