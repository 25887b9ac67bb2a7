# What a plan of reconcile may not do here, for Open Policy Agent. Empty: nothing speaks against it.
package reconcile

import rego.v1

deletions := [change | some change in input.resource_changes; "delete" in change.change.actions]

deny contains message if {
	some change in deletions
	change.type == "genesyscloud_routing_queue"
	message := sprintf("%s would be deleted: queues are deleted by hand", [change.address])
}

deny contains message if {
	some change in input.resource_changes
	change.type == "aws_cloudwatch_event_target"
	change.change.after != null
	not change.change.after.deadLetterConfig
	message := sprintf("%s has no dead-letter queue", [change.address])
}

deny contains message if {
	some change in input.resource_changes
	change.routing_impact.relation == "widened"
	some consumer in change.routing_impact.consumers
	count(consumer.gained) > 0
	message := sprintf("%s: %s would get more events than before, which needs a second reviewer", [change.address, consumer.consumer])
}
