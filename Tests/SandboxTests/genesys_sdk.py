"""Drives a sandbox with Genesys Cloud's own Python SDK (purecloudplatformclientv2): what the vendor's models can read has the vendor's shape.

Usage: HOME=<an empty folder> python genesys_sdk.py URL CLIENT_ID CLIENT_SECRET
"""

import sys

import PureCloudPlatformClientV2 as genesys
from PureCloudPlatformClientV2.rest import ApiException

url, client_id, client_secret = sys.argv[1:]
client = genesys.api_client.ApiClient(host=url)
client.get_client_credentials_token(client_id, client_secret)


def refused(status, code, call):
    try:
        call()
    except ApiException as error:
        assert error.status == status, (error.status, error.body)
        assert error.body and code in error.body, error.body
        assert error.headers.get("ININ-Correlation-Id"), error.headers
    else:
        raise AssertionError(f"{status} {code} expected")


organization = genesys.OrganizationApi(client).get_organizations_me()
assert organization.id and organization.name

# An integration, as a client of the public API makes one.
integrations = genesys.IntegrationsApi(client)
created = integrations.post_integrations(
    body={"name": "sdk", "integrationType": {"id": "amazon-eventbridge-source"}}
)
assert created.intended_state == "DISABLED", created
assert created.integration_type.id == "amazon-eventbridge-source"
config = integrations.get_integration_config_current(created.id)
properties = {
    "awsAccountId": "123456789012",
    "awsAccountRegion": "us-east-1",
    "eventSourceSuffix": "sdk",
    "eventFilter": ["v2.detail.events.conversation.{id}.acd.end"],
}
body = {
    "name": "sdk",
    "version": config.version,
    "notes": "a note",
    "advanced": {},
    "credentials": {},
    "properties": properties,
}
configured = integrations.put_integration_config_current(created.id, body=body)
assert configured.version == config.version + 1
assert configured.properties == properties
refused(409, "does not match the current version", lambda: integrations.put_integration_config_current(created.id, body=body))
integrations.patch_integration(created.id, body={"intendedState": "ENABLED"})
read = integrations.get_integration(created.id)
assert read.reported_state.code == "ACTIVE", read
assert read.reported_state.last_updated.year >= 2025
listed = integrations.get_integrations(page_size=100, page_number=1, expand=["config.current"])
assert listed.total == 1 and listed.page_count == 1
assert listed.entities[0].config.current.notes == "a note"
assert listed.entities[0].config.current.properties == properties
integrations.delete_integration(created.id)
refused(404, "not.found", lambda: integrations.get_integration(created.id))

# Queues.
routing = genesys.RoutingApi(client)
found = routing.get_routing_queues(name="Support*", page_size=500)
assert [queue.name for queue in found.entities] == ["Support Queue"]
queue = routing.post_routing_queues(body={"name": "SDK Queue", "description": "made by the SDK"})
assert queue.media_settings.call.alerting_timeout_seconds == 8
assert queue.media_settings.call.service_level.duration_ms == 20000
assert queue.acw_settings.wrapup_prompt == "MANDATORY_TIMEOUT"
assert queue.division.name == "Home"
assert queue.date_created <= queue.date_modified
replaced = routing.put_routing_queue(queue.id, body={"name": "SDK Queue"})
assert not replaced.description
assert routing.get_routing_queue(queue.id).name == "SDK Queue"
routing.post_routing_queue_members(queue.id, body=[{"id": "00000000-0000-4000-8000-000000000001"}])
assert len(routing.get_routing_queue_members(queue.id).entities) == 1
refused(409, "general.conflict", lambda: routing.delete_routing_queue(queue.id))
routing.delete_routing_queue(queue.id, force_delete=True)
refused(404, "not.found", lambda: routing.get_routing_queue(queue.id))
refused(400, "bad.request", lambda: routing.post_routing_queues(body={"description": "no name"}))

divisions = genesys.AuthorizationApi(client).get_authorization_divisions()
assert [division.name for division in divisions.entities if division.home_division] == ["Home"]
topics = genesys.NotificationsApi(client).get_notifications_availabletopics()
assert "v2.detail.events.conversation.{id}.acd.end" in [topic.id for topic in topics.entities]

client.access_token = "wrong"
refused(401, "bad.credentials", lambda: genesys.OrganizationApi(client).get_organizations_me())
