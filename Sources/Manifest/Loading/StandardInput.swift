#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What comes through standard input. FileManager reads files only, not pipes.
public enum StandardInput {
    /// Everything up to the end; `nil` where it can't be read.
    public static func read() -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            #if canImport(Glibc)
                let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
            #else
                let count = Darwin.read(STDIN_FILENO, &chunk, chunk.count)
            #endif
            if count == 0 { return bytes }
            if count > 0 {
                bytes += chunk[..<count]
            } else if errno != EINTR {
                return nil
            }
        }
    }
}
