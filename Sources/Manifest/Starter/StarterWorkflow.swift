/// A workflow of GitHub Actions: checks in every pull request, a plan in those of this repository, and apply on the main branch.
enum StarterWorkflow {
    static let text = """
        name: reconcile
        on:
          pull_request:
          push:
            branches: [main]

        permissions:
          contents: read

        # Each job runs in an image with reconcile in it: the variable RECONCILE_IMAGE. AWS is reached through the role AWS_ROLE_ARN, which trusts this
        # repository (OpenID Connect); Genesys Cloud through an OAuth client of grant type "client credentials".
        jobs:
          check:
            runs-on: ubuntu-latest
            container: ${{ vars.RECONCILE_IMAGE }}
            steps:
              - uses: actions/checkout@v4
              - run: reconcile validate -f manifests --output github
              - run: reconcile validate -f manifests -f overlays/staging --output github
              - run: reconcile test -f manifests

          plan:
            # Pull requests from forks get no credentials.
            if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository
            needs: check
            runs-on: ubuntu-latest
            container: ${{ vars.RECONCILE_IMAGE }}
            permissions:
              contents: read
              id-token: write
            env:
              GENESYSCLOUD_OAUTHCLIENT_ID: ${{ secrets.GENESYSCLOUD_OAUTHCLIENT_ID }}
              GENESYSCLOUD_OAUTHCLIENT_SECRET: ${{ secrets.GENESYSCLOUD_OAUTHCLIENT_SECRET }}
            steps:
              - uses: actions/checkout@v4
              - uses: aws-actions/configure-aws-credentials@v4
                with:
                  role-to-assume: ${{ vars.AWS_ROLE_ARN }}
                  aws-region: ${{ vars.AWS_REGION }}
              - run: reconcile plan -f manifests

          apply:
            if: github.event_name == 'push'
            needs: check
            runs-on: ubuntu-latest
            container: ${{ vars.RECONCILE_IMAGE }}
            environment: production
            # One run at a time, and none is cut short.
            concurrency:
              group: reconcile-apply
              cancel-in-progress: false
            permissions:
              contents: read
              id-token: write
            env:
              GENESYSCLOUD_OAUTHCLIENT_ID: ${{ secrets.GENESYSCLOUD_OAUTHCLIENT_ID }}
              GENESYSCLOUD_OAUTHCLIENT_SECRET: ${{ secrets.GENESYSCLOUD_OAUTHCLIENT_SECRET }}
            steps:
              - uses: actions/checkout@v4
              - uses: aws-actions/configure-aws-credentials@v4
                with:
                  role-to-assume: ${{ vars.AWS_ROLE_ARN }}
                  aws-region: ${{ vars.AWS_REGION }}
              - run: reconcile apply -f manifests --auto-approve

        """
}
