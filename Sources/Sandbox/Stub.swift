import Hummingbird
enum StubSandbox {}
