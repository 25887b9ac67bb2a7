internal import Applying
internal import Crypto
internal import FoundationEssentials
internal import Model
internal import Planning

/// A run as one page that loads nothing: what would change, with a search and filters, before and after side by side, what stands in the way, the way
/// of the events as a picture to follow, and who gets what.
struct HTMLReport: ReportView {
    let version: String

    func text(_ report: Report) -> String {
        let sections = report.plan.map { Self.sections(report, $0) } ?? HTMLFindings(report).section
        let title = report.plan?.stack.mark.description ?? "no plan"
        let page: HTML = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(text: Self.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>reconcile \(text: report.operation): \(text: title)</title>
            <style>\(HTML.own(PageStyle.text))</style>
            </head>
            <body>
            \(HTMLHeader(report).html)
            <main>
            \(sections)
            </main>
            <footer><p>reconcile \(text: version)\(Self.fingerprint(report))</p></footer>
            <script>\(HTML.own(PageScript.text))</script>
            </body>
            </html>

            """
        return page.source
    }

    private static func sections(_ report: Report, _ plan: Plan) -> HTML {
        HTMLFindings(report).section + HTMLChanges(report, plan).section + HTMLImpacts(plan).section + HTMLPicture(plan).section
            + HTMLMatrix(plan).section
    }

    private static func fingerprint(_ report: Report) -> HTML {
        report.plan.map { " · plan <code>\(text: PlanDocument.fingerprint($0))</code>" } ?? ""
    }

    /// Nothing is loaded, and no script or style runs but the page's own, whatever a name holds.
    private static let policy =
        "default-src 'none'; style-src '\(hash(PageStyle.text))'; script-src '\(hash(PageScript.text))'; base-uri 'none'; form-action 'none'"

    private static func hash(_ text: StaticString) -> String {
        "sha256-" + Data(SHA256.hash(data: Data(text.description.utf8))).base64EncodedString()
    }
}
