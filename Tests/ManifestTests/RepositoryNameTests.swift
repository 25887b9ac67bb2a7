import Manifest
import Testing

@Suite struct RepositoryNameTests {
    @Test(
        "of every form of a Git remote it is the path",
        arguments: [
            ("git@github.com:acme/telephony.git\n", "acme/telephony"), ("https://github.com/acme/telephony", "acme/telephony"),
            ("https://user:secret@github.com/acme/telephony.git/", "acme/telephony"),
            ("ssh://git@git.example.com:2222/acme/voice/telephony.git", "acme/voice/telephony"),
            ("https://dev.azure.com/acme/Contact%20Centre/_git/telephony", "acme/Contact-20Centre/_git/telephony"),
            ("/srv/git/telephony.git", "telephony"), ("file:///srv/git/telephony.git", "telephony"), ("../telephony", "telephony"),
            ("./a:b/telephony", "telephony"), ("host.xz:telephony", "telephony"),
        ])
    func remote(_ remote: String, _ name: String) { #expect(RepositoryName.ofRemote(remote) == name) }

    @Test("of a remote without a path there is none", arguments: ["", "https://github.com", "https://github.com/", "git@github.com:", "/"])
    func none(_ remote: String) { #expect(RepositoryName.ofRemote(remote) == nil) }

    @Test("it keeps within what an ownership mark can hold")
    func bounded() {
        #expect(RepositoryName.ofRemote("https://github.com/" + String(repeating: "a", count: 200))?.count == 120)
        #expect(RepositoryName.ofFolder("/home/jane/voice of acme") == "voice-of-acme")
        #expect(RepositoryName.ofFolder("/home/jane/Zürich") == "Z-rich")
        #expect(RepositoryName.ofFolder("/") == nil)
    }
}
